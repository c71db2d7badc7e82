import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChangeRequest } from '@internal/plugin-change-requests-common';
import { StatusLabel, StatusTone } from '@internal/portal-ui';
import {
  RemixiconComponentType,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLoopRightLine,
  RiQuestionLine,
  RiSubtractLine,
} from '@remixicon/react';
import { changeRequestsTranslationRef } from '../translation';

type Checks = NonNullable<ChangeRequest['pullRequest']>['checks'];

const looks: Record<
  NonNullable<Checks> | 'unread',
  { tone: StatusTone; shape: RemixiconComponentType }
> = {
  passed: { tone: 'positive', shape: RiCheckboxCircleLine },
  failed: { tone: 'negative', shape: RiCloseCircleLine },
  pending: { tone: 'announcement', shape: RiLoopRightLine },
  none: { tone: 'neutral', shape: RiSubtractLine },
  unknown: { tone: 'neutral', shape: RiQuestionLine },
  unread: { tone: 'neutral', shape: RiQuestionLine },
};

/** What the forge's checks say of a pull request, in words and shape. */
export function ChecksLabel({ checks }: { checks: Checks }) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const key = checks ?? 'unread';
  return <StatusLabel {...looks[key]}>{t(`checks.${key}`)}</StatusLabel>;
}
