import { CephHealth } from '@internal/plugin-ceph-common';
import { StatusTone } from '@internal/portal-ui';
import {
  RemixiconComponentType,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';

export const healthTones: Record<CephHealth, StatusTone> = {
  ok: 'positive',
  warning: 'warning',
  critical: 'negative',
  unknown: 'neutral',
};

export const healthShapes: Record<CephHealth, RemixiconComponentType> = {
  ok: RiCheckboxCircleLine,
  warning: RiErrorWarningLine,
  critical: RiCloseCircleLine,
  unknown: RiQuestionLine,
};
