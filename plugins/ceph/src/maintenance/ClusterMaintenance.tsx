import { Route, Routes, useParams } from 'react-router-dom';
import { StoragePlace } from '../api/CephApi';
import { NodeMaintenanceContent } from './NodeMaintenanceContent';
import { RollingContent } from './RollingContent';

/** Maintenance of a cluster: all machines one after another, and each below it. */
export function ClusterMaintenance({ place }: { place: StoragePlace }) {
  return (
    <Routes>
      <Route path="/" element={<RollingContent place={place} />} />
      <Route path="/:node" element={<MachineOfPath place={place} />} />
    </Routes>
  );
}

function MachineOfPath({ place }: { place: StoragePlace }) {
  const { node = '' } = useParams();
  const { platform, cluster } = place;
  return <NodeMaintenanceContent node={{ platform, cluster, node }} />;
}
