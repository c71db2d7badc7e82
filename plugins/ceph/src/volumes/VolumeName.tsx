import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { Volume } from '@internal/plugin-ceph-common';
import { SmallText } from '@internal/portal-ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useState } from 'react';
import { cephTranslationRef } from '../translation';
import { VolumeDetails } from './VolumeDetails';
import styles from './volumes.module.css';

/** A volume by its claim, with its details on demand. */
export function VolumeName({ volume }: { volume: Volume }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { claim } = volume;
  return (
    <>
      <bdi>
        {claim ? `${claim.namespace}/${claim.name}` : t('volumes.unclaimed')}
      </bdi>
      <SmallText>
        <bdi>{volume.name}</bdi>
      </SmallText>
      <Button
        size="small"
        variant="tertiary"
        className={styles.toggle}
        iconEnd={isOpen ? <RiArrowUpSLine /> : <RiArrowDownSLine />}
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? t('volumes.details.hide') : t('volumes.details.show')}
      </Button>
      {isOpen && <VolumeDetails volume={volume} />}
    </>
  );
}
