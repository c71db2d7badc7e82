import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import {
  Navigate,
  NavLink,
  Route,
  Routes,
  useResolvedPath,
} from 'react-router-dom';
import { talosNodesTranslationRef } from '../translation';
import { GitTab } from './git/GitTab';
import { HardwareTab } from './hardware/HardwareTab';
import { HistoryTab } from './history/HistoryTab';
import { LiveTab } from './live/LiveTab';
import { MachineLine } from './MachineLine';
import { OverviewTab } from './overview/OverviewTab';
import { WorkloadsTab } from './workloads/WorkloadsTab';
import styles from './machine.module.css';

const tabs = [
  'overview',
  'hardware',
  'live',
  'workloads',
  'history',
  'git',
] as const;

/** How a machine is, above one of its sub pages. */
export function MachineTabs({ node }: { node: NodeDetail }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const home = useResolvedPath('.').pathname.replace(/\/$/, '');
  return (
    <div className={styles.content}>
      <MachineLine node={node} />
      <nav className={styles.tabs} aria-label={t('tab.label')}>
        {tabs.map(tab => (
          <NavLink key={tab} className={styles.tab} to={`${home}/${tab}`}>
            {t(`tab.${tab}`)}
          </NavLink>
        ))}
      </nav>
      <Routes>
        <Route path="overview" element={<OverviewTab node={node} />} />
        <Route path="hardware" element={<HardwareTab node={node} />} />
        <Route path="live" element={<LiveTab node={node} />} />
        <Route path="workloads" element={<WorkloadsTab node={node} />} />
        <Route path="history" element={<HistoryTab node={node} />} />
        <Route path="git" element={<GitTab node={node} />} />
        <Route
          path="*"
          element={<Navigate to={`${home}/overview`} replace />}
        />
      </Routes>
    </div>
  );
}
