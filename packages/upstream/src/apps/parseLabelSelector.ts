export type LabelFilter = (labels: Readonly<Record<string, string>>) => boolean;

const KEY = '([A-Za-z0-9][\\w./-]*)';
const EXISTS = new RegExp(`^(!?)\\s*${KEY}$`);
const EQUALS = new RegExp(`^${KEY}\\s*(==|=|!=)\\s*([\\w.-]*)$`);
const IS_IN = new RegExp(`^${KEY}\\s+(in|notin)\\s*\\(([^()]*)\\)$`);

/**
 * A Kubernetes label selector, such as `app=a,tier in (x,y),!old`; `undefined`
 * where it is none, or an empty one, which would match everything.
 */
export function parseLabelSelector(text: string): LabelFilter | undefined {
  const filters = text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean)
    .map(parseRequirement);
  const known = filters.filter(filter => filter !== undefined);
  if (known.length === 0 || known.length < filters.length) return undefined;
  return labels => known.every(filter => filter(labels));
}

function parseRequirement(text: string): LabelFilter | undefined {
  const exists = EXISTS.exec(text);
  if (exists) {
    const [, not, key] = exists;
    return labels => (labels[key] !== undefined) === (not === '');
  }
  const equals = EQUALS.exec(text);
  if (equals) {
    const [, key, operator, value] = equals;
    return labels => (labels[key] === value) === (operator !== '!=');
  }
  const isIn = IS_IN.exec(text);
  if (!isIn) return undefined;
  const [, key, operator, list] = isIn;
  const values = new Set(list.split(',').map(value => value.trim()));
  return labels => values.has(labels[key] ?? '') === (operator === 'in');
}
