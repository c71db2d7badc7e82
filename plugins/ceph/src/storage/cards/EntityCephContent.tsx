import { useEntity } from '@backstage/plugin-catalog-react';
import { CephPanel } from '../ceph/CephPanel';
import { cephOfEntity } from '../../frame/cephOfEntity';

/** The Ceph cluster that the entity on the page stands for. */
export function EntityCephContent() {
  const { entity } = useEntity();
  const ceph = cephOfEntity(entity);
  return <CephPanel key={JSON.stringify(ceph)} ceph={ceph} />;
}
