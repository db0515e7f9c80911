export { DefectPlanError, readDefectPlan, type Defect, type DefectPlan } from './defect-plan.js';
export {
  defectSource,
  settleDefects,
  type DefectSource,
  type PlantedFault,
  type SettledDefects,
} from './defect-source.js';
