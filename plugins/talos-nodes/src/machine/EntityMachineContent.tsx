import { useEntity } from '@backstage/plugin-catalog-react';
import { nodeOfEntity } from '../nodeOfEntity';
import { MachineContent } from './MachineContent';

/** The machine that the entity on the page stands for. */
export function EntityMachineContent() {
  const { entity } = useEntity();
  const machine = nodeOfEntity(entity);
  return <MachineContent key={JSON.stringify(machine)} machine={machine} />;
}
