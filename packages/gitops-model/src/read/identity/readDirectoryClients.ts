import type { Reading } from '../Reading';
import type { LoginClient } from '../RepositoryModel';
import { readJsonClients } from './readJsonClients';
import { readTerraformClients } from './readTerraformClients';

/** Login clients in the directories that the profile names, at the first cluster until their app is told. */
export function readDirectoryClients(reading: Reading): LoginClient[] {
  const [{ cluster }] = reading.profile.roots;
  return reading.profile.loginClients.flatMap(place => {
    const { form, directory, realm } = place;
    const clients =
      form === 'terraform'
        ? readTerraformClients(reading, directory)
        : readJsonClients(reading, place);
    return clients.map(client => ({
      ...client,
      form,
      realm,
      wired: true,
      cluster,
    }));
  });
}
