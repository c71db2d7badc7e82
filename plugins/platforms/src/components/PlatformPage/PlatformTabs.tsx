import { PlatformOverview } from '@internal/plugin-platforms-common';
import { Navigate, Route, Routes } from 'react-router-dom';
import { FailureNotice } from '../../reading/FailureNotice';
import { ReadingLine } from '../../reading/ReadingLine';
import { FindingsTab } from '../../tabs/FindingsTab';
import { HostsTab } from '../../tabs/HostsTab';
import { OverviewTab } from '../../tabs/OverviewTab';
import { SecretsTab } from '../../tabs/SecretsTab';
import { UnitsTab } from '../../tabs/UnitsTab';
import styles from './PlatformPage.module.css';

/** How a platform is being read, above one of its sub pages. */
export function PlatformTabs({ platform }: { platform: PlatformOverview }) {
  return (
    <div className={styles.content}>
      <ReadingLine platform={platform} />
      <FailureNotice platform={platform} />
      <Routes>
        <Route path="overview" element={<OverviewTab platform={platform} />} />
        <Route path="units" element={<UnitsTab platform={platform} />} />
        <Route path="findings" element={<FindingsTab platform={platform} />} />
        <Route path="hosts" element={<HostsTab platform={platform} />} />
        <Route path="secrets" element={<SecretsTab platform={platform} />} />
        <Route path="*" element={<Navigate to="overview" replace />} />
      </Routes>
    </div>
  );
}
