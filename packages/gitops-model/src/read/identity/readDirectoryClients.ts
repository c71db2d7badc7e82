import type { Reading } from '../Reading';
import type { LoginClient } from '../RepositoryModel';
import { readJsonClients } from './readJsonClients';
import { readTerraformClients } from './readTerraformClients';

/** Login clients in the directories that the profile names, at the first cluster until their app is told. */
export function readDirectoryClients(reading: Reading): LoginClient[] {
  const [{ cluster }] = reading.profile.roots;
  return reading.profile.loginClients.flatMap(({ form, directory, realm }) => {
    const clients =
      form === 'terraform'
        ? readTerraformClients(reading, directory)
        : readJsonClients(reading, directory);
    return clients.map(client => ({
      ...client,
      form,
      realm,
      wired: true,
      cluster,
    }));
  });
}
