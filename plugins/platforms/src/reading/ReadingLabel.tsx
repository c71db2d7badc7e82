import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { StatusLabel } from '@internal/portal-ui';
import { RiLoopRightLine } from '@remixicon/react';
import { platformsTranslationRef } from '../translation';

/** Whether a platform is being read, in a word. */
export function ReadingLabel({ platform }: { platform: PlatformOverview }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  if (platform.failure) {
    return <StatusLabel tone="warning">{t('reading.failing')}</StatusLabel>;
  }
  return platform.commit ? (
    <StatusLabel tone="positive">{t('reading.current')}</StatusLabel>
  ) : (
    <StatusLabel tone="neutral" shape={RiLoopRightLine}>
      {t('reading.first')}
    </StatusLabel>
  );
}
