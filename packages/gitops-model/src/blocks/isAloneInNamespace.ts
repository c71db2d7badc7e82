import { ownsNamespace } from '../profile/ownsNamespace';
import type { BlockContext } from './Block';

/** Whether all that lies in the app's namespace is the app's: the layout gives it that, and no other app has come to lie there. */
export function isAloneInNamespace({
  layout,
  names,
  neighbours,
}: Pick<BlockContext, 'layout' | 'names' | 'neighbours'>): boolean {
  return ownsNamespace(layout, names) && neighbours.length === 0;
}
