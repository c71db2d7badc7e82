import { gitBlobId } from '@internal/gitops-model';

const maxLength = 63;
const hashLength = 8;

/**
 * A name the catalog accepts. A text that is none already is shortened and
 * cleaned, and told apart by a hash of the whole.
 */
export function toEntityName(text: string): string {
  const isName =
    text.length <= maxLength && /^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/.test(text);
  if (isName) return text;
  const hash = gitBlobId(new TextEncoder().encode(text)).slice(0, hashLength);
  const readable = text
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, maxLength - hashLength - 1)
    .replace(/-+$/, '');
  return readable === '' ? hash : `${readable}-${hash}`;
}
