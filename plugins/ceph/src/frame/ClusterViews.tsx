import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RowsSkeleton } from '@internal/portal-ui';
import { Suspense } from 'react';
import {
  Navigate,
  NavLink,
  Route,
  Routes,
  useResolvedPath,
} from 'react-router-dom';
import { StoragePlace } from '../api/CephApi';
import { cephTranslationRef } from '../translation';
import { PlaceSwitch } from './PlaceSwitch';
import { storageViews } from './storageViews';
import styles from './frame.module.css';

/** The views of a cluster's storage under a switch to the other clusters. */
export function ClusterViews({ place }: { place: StoragePlace }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const home = useResolvedPath('.').pathname.replace(/\/$/, '');
  return (
    <div className={styles.content}>
      <div className={styles.line}>
        <nav className={styles.tabs} aria-label={t('storage.view.label')}>
          {storageViews.map(({ name }) => (
            <NavLink key={name} className={styles.tab} to={`${home}/${name}`}>
              {t(`storage.view.${name}`)}
            </NavLink>
          ))}
        </nav>
        <PlaceSwitch place={place} />
      </div>
      <Suspense fallback={<RowsSkeleton />}>
        <Routes>
          {storageViews.map(({ name, content: Content }) => (
            <Route
              key={name}
              path={`${name}/*`}
              element={<Content place={place} />}
            />
          ))}
          <Route
            path="*"
            element={
              <Navigate to={`${home}/${storageViews[0].name}`} replace />
            }
          />
        </Routes>
      </Suspense>
    </div>
  );
}
