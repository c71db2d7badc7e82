import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Section } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { ChainContent } from './ChainContent';
import { chainOfEntity } from './chainOfEntity';

/** The chain through a disk, an OSD or a Ceph cluster. */
export function EntityChainContent() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { entity } = useEntity();
  return (
    <Section title={t('chain.title')}>
      <ChainContent
        query={chainOfEntity(entity)}
        here={stringifyEntityRef(entity)}
        isOnlyHere={entity.spec?.type === 'disk'}
      />
    </Section>
  );
}
