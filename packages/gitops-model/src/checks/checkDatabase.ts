import type { Finding } from '../finding/Finding';
import type { BlockOptions } from '../profile/Profile';
import { checkQuantity } from './checkResources';
import { parseQuantity } from './parseQuantity';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

const shape = /^[a-z][a-z0-9_]{0,62}$/;
/** What PostgreSQL and its operator call their own; `app` is the operator's first database. */
const reserved = /^(app|postgres|streaming_replica|template[01]|(pg|cnpg)_.*)$/;

/** Name and size of a new database. */
export function checkDatabase(
  name: string,
  size: string,
  options: Pick<BlockOptions<'postgres-cluster'>, 'maxSize'> | undefined,
): Finding[] {
  const wrong = checkQuantity(size, 'size', 'storage');
  const most = options?.maxSize;
  const isTooLarge =
    wrong.length === 0 &&
    most !== undefined &&
    (parseQuantity(size) ?? 0) > (parseQuantity(most) ?? 0);
  return [
    ...(shape.test(name) && !reserved.test(name)
      ? []
      : [
          refusal('database-name-invalid', {
            message: `${quoteValue(name)} cannot name a database.`,
            fix: 'Choose a name of a-z, 0-9 and “_” that starts with a letter, and that PostgreSQL and its operator do not use themselves.',
            field: 'name',
          }),
        ]),
    ...wrong,
    ...(isTooLarge
      ? [
          refusal('quantity-too-large', {
            message: `${size} is more than the ${most} a database may have.`,
            fix: `Ask for at most ${most}, or talk to the platform team.`,
            field: 'size',
          }),
        ]
      : []),
  ];
}
