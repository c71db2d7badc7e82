import { Route, Routes } from 'react-router-dom';
import { ClusterStoragePage } from './ClusterStoragePage';
import { StoragePage } from './StoragePage';

/** Storage of all clusters, and below it that of each. */
export function StorageRouter() {
  return (
    <Routes>
      <Route path="/" element={<StoragePage />} />
      <Route path="/:platform/:cluster/*" element={<ClusterStoragePage />} />
    </Routes>
  );
}
