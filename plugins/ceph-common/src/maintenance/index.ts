export { describeMaintenanceInput } from './describeMaintenanceInput';
export {
  maintenanceReasons,
  type MaintenanceReason,
} from './maintenanceReasons';
export {
  maintenanceStepWords,
  type MaintenanceStepId,
} from './maintenanceStepWords';
export {
  maintenanceInputWords,
  maintenanceVerdictWords,
  stoppingReasonWords,
  type StoppingReason,
} from './maintenanceWords';
