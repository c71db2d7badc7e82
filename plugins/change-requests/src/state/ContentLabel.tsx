import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChangeRequest } from '@internal/plugin-change-requests-common';
import { StatusLabel } from '@internal/portal-ui';
import {
  RiEditLine,
  RiQuestionLine,
  RiShieldCheckLine,
} from '@remixicon/react';
import { changeRequestsTranslationRef } from '../translation';

/** Whether a pull request holds what the template made, in words and shape. */
export function ContentLabel(props: {
  content: NonNullable<ChangeRequest['pullRequest']>['content'];
}) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  switch (props.content) {
    case 'as-planned':
      return (
        <StatusLabel tone="positive" shape={RiShieldCheckLine}>
          {t('content.asPlanned')}
        </StatusLabel>
      );
    case 'edited':
      return (
        <StatusLabel tone="warning" shape={RiEditLine}>
          {t('content.edited')}
        </StatusLabel>
      );
    default:
      return (
        <StatusLabel tone="neutral" shape={RiQuestionLine}>
          {t('content.unknown')}
        </StatusLabel>
      );
  }
}
