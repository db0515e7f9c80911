export { DefectPlanError, readDefectPlan, type Defect, type DefectPlan } from './defect-plan.js';
export { defectSource, type DefectSource, type PlantedFault } from './defect-source.js';
