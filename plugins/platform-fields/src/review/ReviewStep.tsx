import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { Alert, Button, Text } from '@backstage/ui';
import { AsyncContent } from '@internal/portal-ui';
import { useId } from 'react';
import { platformFieldsTranslationRef } from '../translation';
import { ChangePreview } from './ChangePreview';
import { decideSubmit } from './decideSubmit';
import styles from './ReviewStep.module.css';
import { useChangePreview } from './useChangePreview';

export interface ReviewStepProps {
  template: TemplateEntityV1beta3;
  values: JsonObject;
  onBack: () => void;
  onSubmit: () => void;
  isSubmitting: boolean;
  /** Why the last submit was refused. */
  failure?: Error;
}

/** Shows the very change; only that change can be asked for. */
export function ReviewStep(props: ReviewStepProps) {
  const { template, values, onBack, onSubmit, isSubmitting, failure } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const reasonId = useId();
  const preview = useChangePreview(template, values);
  const decision = decideSubmit(preview);
  const reason =
    'count' in decision
      ? t(`review.${decision.reason}`, { count: decision.count })
      : t(`review.${decision.reason}`);

  return (
    <section aria-label={t('review.title')} className={styles.root}>
      <AsyncContent result={preview} permission="scaffolder.template.dry-run">
        {data => <ChangePreview preview={data} result={preview} />}
      </AsyncContent>
      {failure && (
        <Alert
          status="danger"
          role="alert"
          title={t('review.refused')}
          description={failure.message}
        />
      )}
      <div className={styles.footer}>
        <Text id={reasonId} as="p" role="status" className={styles.reason}>
          {isSubmitting ? t('review.submitting') : reason}
        </Text>
        <Button variant="tertiary" onPress={onBack} isDisabled={isSubmitting}>
          {t('review.back')}
        </Button>
        <Button
          variant="primary"
          onPress={onSubmit}
          isDisabled={!decision.allowed || isSubmitting}
          aria-describedby={reasonId}
        >
          {t('review.submit')}
        </Button>
      </div>
    </section>
  );
}
