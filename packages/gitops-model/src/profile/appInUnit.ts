import { expandNames } from './expandNames';
import type { Layout } from './Profile';

/** The app's own name inside that of its deployment unit, as the layout makes the one of the other. */
export function appInUnit(
  { unit: pattern }: Pick<Layout, 'unit'>,
  unit: string,
  category: string,
): string | undefined {
  const [before, after = ''] = expandNames(pattern, { category }).split(
    '{app}',
  );
  const app = unit.slice(before.length, unit.length - after.length);
  return app !== '' && unit === `${before}${app}${after}` ? app : undefined;
}
