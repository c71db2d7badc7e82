/** Parameters of remote kustomizations that say what is wanted, not by whom. */
const harmless = 'ref|version|timeout|submodules|depth';

/** A text without the user, password and query values of the addresses in it. */
export function withoutCredentials(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/?#@]+@/gi, '$1')
    .replace(
      new RegExp(`([?&](?!(?:${harmless})=)[\\w.-]+=)[^&#\\s"'\`]+`, 'g'),
      '$1…',
    );
}
