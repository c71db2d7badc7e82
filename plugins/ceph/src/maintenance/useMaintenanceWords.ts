import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  maintenanceReasons,
  MaintenanceInput,
  MaintenanceStepId,
  maintenanceStepWords,
  StoppingReason,
  stoppingReasonWords,
} from '@internal/plugin-ceph-common';
import { useUnits } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';

/** Words for reasons and steps of closed lists; others stand for themselves. */
export function useMaintenanceWords() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  return {
    /** Why an input is as it is, with its values. */
    reason: ({ reason, values }: MaintenanceInput): string => {
      if (!Object.hasOwn(maintenanceReasons, reason)) {
        return reason;
      }
      const written = Object.entries(values).map(([name, value]) => [
        name,
        writeValue(value),
      ]);
      return t(`maintenance.reason.${reason}`, Object.fromEntries(written));
    },
    step: (id: string): string =>
      isStep(id) ? t(`maintenance.step.${id}`) : id,
    stopping: (reason: string): string =>
      isStopping(reason) ? t(`maintenance.stopping.${reason}`) : reason,
    more: (count: number) =>
      t('maintenance.more', { count, number: number(count) }),
  };

  function writeValue(value: string | number): string {
    if (typeof value === 'number') {
      return number(value);
    }
    return value === '' ? t('maintenance.notNamed') : value;
  }
}

function isStep(id: string): id is MaintenanceStepId {
  return Object.hasOwn(maintenanceStepWords, id);
}

function isStopping(reason: string): reason is StoppingReason {
  return Object.hasOwn(stoppingReasonWords, reason);
}
