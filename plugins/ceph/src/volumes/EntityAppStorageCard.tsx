import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { storageReadPermission } from '@internal/plugin-ceph-common';
import { AsyncContent, SmallText, useUnits } from '@internal/portal-ui';
import { SourceNotices } from '../sources/SourceNotices';
import { isolate } from '../frame/isolate';
import { cephTranslationRef } from '../translation';
import { useAppVolumes } from './useAppVolumes';
import { useVolumeWords } from './useVolumeWords';
import { worstVolumeState } from './volumeStates';
import { VolumeStateLabel } from './VolumeStateLabel';
import styles from './volumes.module.css';

const mostShown = 5;

/** Where an app's data lives, at a glance. */
export function EntityAppStorageCard() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { memoryBytes } = useUnits();
  const words = useVolumeWords();
  const { entity } = useEntity();
  const entityRoute = useRouteRef(entityRouteRef);
  const result = useAppVolumes(entity);
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('volumes.app.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent result={result} permission={storageReadPermission.name}>
          {({ items, sources }) => (
            <div className={styles.content}>
              <SourceNotices sources={sources} />
              {items.length === 0 ? (
                <Text as="p">{t('volumes.app.none')}</Text>
              ) : (
                <>
                  <Text as="p">
                    {t(`volumes.app.worst.${worstVolumeState(items)}`)}
                  </Text>
                  <ul className={styles.list}>
                    {items.slice(0, mostShown).map(volume => (
                      <li key={volume.name} className={styles.entry}>
                        <VolumeStateLabel state={volume.state} />
                        <bdi>{volume.claim?.name ?? volume.name}</bdi>
                        <SmallText>
                          {[
                            memoryBytes(volume.sizeBytes),
                            words.kind(volume.kind),
                            volume.redundancy.known &&
                              words.copies(volume.redundancy.value),
                          ]
                            .flatMap(part => (part ? isolate(part) : []))
                            .join(' · ')}
                        </SmallText>
                      </li>
                    ))}
                    {items.length > mostShown && (
                      <li>{words.more(items.length - mostShown)}</li>
                    )}
                  </ul>
                </>
              )}
            </div>
          )}
        </AsyncContent>
      </CardBody>
      {entityRoute && (
        <CardFooter>
          <Link href={`${entityRoute(entityRouteParams(entity))}/storage`}>
            {t('volumes.app.open')}
          </Link>
        </CardFooter>
      )}
    </Card>
  );
}
