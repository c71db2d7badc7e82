import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { useAsyncData } from '@internal/portal-ui';
import { useLocation, useNavigate } from 'react-router-dom';
import { cephApiRef, StoragePlace } from '../api/CephApi';
import { clusterRouteRef } from '../routes';
import { cephTranslationRef } from '../translation';
import { namePlace } from './namePlace';
import { storageViews } from './storageViews';
import styles from './frame.module.css';

/** Leads to the same view of another cluster. */
export function PlaceSwitch({ place }: { place: StoragePlace }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const api = useApi(cephApiRef);
  const clusterRoute = useRouteRef(clusterRouteRef);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const result = useAsyncData({
    key: 'places',
    load: signal => api.listStorage({}, signal),
  });
  const listed = result.status === 'ready' ? result.data.items : [];
  const isListed = listed.some(item => keyOf(item) === keyOf(place));
  const places: readonly StoragePlace[] = isListed
    ? listed
    : [place, ...listed];
  const view = storageViews.find(({ name }) =>
    pathname.startsWith(`${clusterRoute?.(place) ?? ''}/${name}`),
  );
  return (
    <Select
      className={styles.switch}
      aria-label={t('storage.place.label')}
      value={keyOf(place)}
      options={places.map(item => ({
        id: keyOf(item),
        label: namePlace(item),
      }))}
      onChange={key => {
        const chosen = places.find(item => keyOf(item) === key);
        if (chosen && clusterRoute) {
          navigate(
            `${clusterRoute({ platform: chosen.platform, cluster: chosen.cluster })}/${view?.name ?? ''}`,
          );
        }
      }}
    />
  );
}

function keyOf({ platform, cluster }: StoragePlace): string {
  return JSON.stringify([platform, cluster]);
}
