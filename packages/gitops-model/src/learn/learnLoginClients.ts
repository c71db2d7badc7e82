import { readHclBlocks } from '../edit/hcl/readHclBlocks';
import { parseJson } from '../edit/json/parseJson';
import { jsonClientSchema } from '../read/identity/jsonClientSchema';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { Lesson } from './LearnedProfile';

/** Directories of login clients that are no manifests: Terraform, or JSON as Keycloak exports it and stacks read it. */
export function learnLoginClients(snapshot: RepositorySnapshot): Lesson {
  const found = new Map<
    string,
    { form: 'terraform' | 'json'; count: number }
  >();
  const realms = new Map<string, string>();
  for (const path of snapshot.files.keys()) {
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (directory === '') continue;
    const form = /\.tf$/.test(path) ? 'terraform' : 'json';
    if (form === 'json' && !path.endsWith('.json')) continue;
    const text = snapshot.readText(path);
    if (!text) continue;
    const { count, realm } =
      form === 'terraform'
        ? inTerraform(text)
        : { count: isClient(text) ? 1 : 0, realm: undefined };
    if (realm !== undefined) realms.set(directory, realm);
    if (count === 0) continue;
    const key = `${form} ${directory}`;
    found.set(key, { form, count: (found.get(key)?.count ?? 0) + count });
  }
  const clients = [...found].sort().map(([key, { form, count }]) => {
    const directory = key.slice(form.length + 1);
    return { form, directory, realm: realms.get(directory), count };
  });
  return {
    choices:
      clients.length === 0
        ? []
        : [
            {
              key: 'loginClients',
              value: clients.map(({ form, directory, realm }) => ({
                form,
                directory,
                ...(realm !== undefined && { realm }),
              })),
              because: `Login clients outside of manifests: ${clients.map(({ directory, count }) => `${count} in ${directory}`).join(', ')}.`,
            },
          ],
    questions: clients
      .filter(({ realm }) => realm === undefined)
      .map(({ directory }) => ({
        key: 'loginClients',
        question: `To which realm do the login clients of ${directory} belong?`,
      })),
  };
}

function inTerraform(text: string): { count: number; realm?: string } {
  if (!text.includes('keycloak_')) return { count: 0 };
  const hcl = readHclBlocks(text);
  if (!hcl.ok) return { count: 0 };
  const realm = hcl.blocks.find(({ labels }) => labels[0] === 'keycloak_realm')
    ?.attributes.realm?.literal;
  return {
    count: hcl.blocks.filter(
      ({ type, labels }) =>
        type === 'resource' && labels[0] === 'keycloak_openid_client',
    ).length,
    realm: typeof realm === 'string' ? realm : undefined,
  };
}

function isClient(text: string): boolean {
  return (
    /"(redirectUris|(valid_)?redirect_uris)"/.test(text) &&
    jsonClientSchema.safeParse(parseJson(text)).success
  );
}
