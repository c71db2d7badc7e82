import { NotImplementedError } from '@backstage/errors';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';

/** Every Flux Kustomization the roots reach, and those in files that no root reaches. */
export function walkKustomizations(_reading: Reading): RenderedUnit[] {
  throw new NotImplementedError('Flux is not read yet');
}
