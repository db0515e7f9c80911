import { group, item, repeated, unbounded } from './node.js';

/**
 * The message of the return as a tree: the one place that says which items there are, in which
 * collection years, in what order and of what type. Reading, writing, the VAL rules, the XSD and the
 * differences between years are all derived from it.
 *
 * A node without `from` or `to` is in force in every year. Sources: DfE's SEN2 specifications as
 * far as public material shows them; `min` and `max` are of the message structure.
 */

/** The children of ActivePlans were put in another order in three of the years. */
const activePlansOrder = {
  2023: ['TransferLA', 'PlacementDetail', 'Res', 'WBP', 'SENneed', 'LastReview'],
  2024: ['TransferLA', 'PlacementDetail', 'SENneed', 'ReviewMeeting', 'ReviewOutcome', 'LastReview'],
  2025: ['TransferLA', 'PlacementDetail', 'SENneed', 'ReviewMeeting', 'LastReview', 'ReviewOutcome', 'ReviewDraft', 'PhaseTransferDueDate', 'PhaseTransferFinalDate'],
  2026: ['TransferLA', 'PlacementDetail', 'SENneed', 'ReviewMeeting', 'ReviewOutcome', 'ReviewDraft', 'PhaseTransferDueDate', 'PhaseTransferFinalDate', 'LastReview'],
};

export const message = group('Message', { min: 1 }, [
  group('Header', { min: 1 }, [
    group('CollectionDetails', { min: 1 }, [item('Collection', 'fixed:SEN2', { min: 1, csv: 'collection', label: 'Collection Name' }), item('Year', 'year', { min: 1, csv: 'year', label: 'Year' }), item('ReferenceDate', 'date', { min: 1, csv: 'referencedate', label: 'Reference Date' })]),
    group('Source', { min: 1 }, [
      item('SourceLevel', 'fixed:L', { min: 1, csv: 'sourcelevel', label: 'Source Level' }),
      item('LEA', 'code:la', { min: 1, csv: 'lea', label: 'LA Number' }),
      item('SoftwareCode', 'text', { min: 1, csv: 'softwarecode', label: 'Software Code' }),
      item('Release', 'text', { min: 0, csv: 'release', label: 'Release' }),
      item('SerialNo', 'digits:3', { min: 1, csv: 'serialno', label: 'Serial Number' }),
      item('DateTime', 'dateTime', { min: 1, csv: 'datetime', label: 'Date & Time \n(ccyy-mm-ddThh:mm:ss)' }),
      item('DMO', 'code:yesNoRecruiting', { min: 1, csv: 'dmo', label: 'Designated Medical Officer' }),
      item('DCO', 'code:yesNoRecruiting', { min: 1, csv: 'dco', label: 'Designated Clinical Officer' }),
      item('DSCO', 'code:yesNoRecruiting', { min: 0, from: 2025, csv: 'dsco', label: 'Designated Social Care Officer', note: 'voluntary 2025, compulsory from 2026' }),
    ]),
  ]),
  group('Persons', { min: 1 }, [
    repeated('Person', { min: 1, max: unbounded }, [
      item('Surname', 'text', { min: 1, number: '1.1', csv: 'surname', label: 'Surname' }),
      item('Forename', 'text', { min: 1, number: '1.2', csv: 'forename', label: 'Forename' }),
      item('PersonBirthDate', 'date', { min: 1, number: '1.3', csv: 'personbirthdate', label: 'Date of Birth \n(ccyy-mm-dd)' }),
      item('GenderCurrent', 'code:gender', { min: 1, to: 2023, number: '1.4', csv: 'gendercurrent', label: 'Gender' }),
      item('Sex', 'code:sex', { min: 1, from: 2024, number: '1.4', csv: 'sex', label: 'Sex' }),
      item('Ethnicity', 'code:ethnicity', { min: 1, number: '1.5', csv: 'ethnicity', label: 'Ethnicity' }),
      item('PostCode', 'postcode', { min: 0, number: '1.6', csv: 'postcode', label: 'Post Code' }),
      item('UPN', 'upn', { min: 0, number: '1.7a', csv: 'upn', label: 'UPN - Unique Pupil Number' }),
      item('UniqueLearnerNumber', 'uln', { min: 0, number: '1.7b', csv: 'uniquelearnernumber', label: 'ULN - Young Persons Unique Learner Number' }),
      item('UPNunknown', 'code:upnUnknown', { min: 0, number: '1.7c', csv: 'upnunknown', label: 'UPN and ULN unavailable – Reason' }),
      repeated('Requests', { min: 1, max: unbounded }, [
        item('ReceivedDate', 'date', { min: 0, number: '2.1', csv: 'receiveddate', label: 'Date request was received' }),
        item('RequestSource', 'code:requestSource', { min: 0, from: 2025, number: '2.2', csv: 'requestsource', label: 'Source of request for an EHC needs assessment', note: 'voluntary 2025, compulsory from 2026' }),
        item('RYA', 'code:yesNo', {
          min: 0,
          number: [
            { from: 2023, number: '2.2' },
            { from: 2025, number: '2.3' },
          ],
          csv: 'rya',
          label: 'Initial Request Whilst In RYA',
          note: 'RYA = relevant youth accommodation',
        }),
        item('RequestOutcomeDate', 'date', {
          min: 0,
          number: [
            { from: 2023, number: '2.3' },
            { from: 2025, number: '2.4' },
          ],
          csv: 'requestoutcomedate',
          label: 'Request Outcome Date',
        }),
        item('RequestOutcome', 'code:requestOutcome', {
          min: 0,
          number: [
            { from: 2023, number: '2.4' },
            { from: 2025, number: '2.5' },
          ],
          csv: 'requestoutcome',
          label: 'Request Outcome',
        }),
        item('RequestMediation', 'code:yesNo', {
          min: 0,
          number: [
            { from: 2023, number: '2.5' },
            { from: 2025, number: '2.6' },
          ],
          csv: 'requestmediation',
          label: 'Request Mediation',
        }),
        item('RequestTribunal', 'code:yesNo', {
          min: 0,
          number: [
            { from: 2023, number: '2.6' },
            { from: 2025, number: '2.7' },
          ],
          csv: 'requesttribunal',
          label: 'Request Tribunal',
        }),
        item('Exported', 'code:laOrUnknown', {
          min: 0,
          number: [
            { from: 2023, number: '2.7' },
            { from: 2025, number: '2.8' },
          ],
          csv: 'exported',
          label: 'Exported - Child or young person moves out of LA before assessment is completed',
        }),
        group('Assessment', { min: 0 }, [
          item('AssessmentOutcome', 'code:assessmentOutcome', { min: 0, number: '3.1', csv: 'assessmentoutcome', label: 'Assessment Outcome - Decision to issue EHC plan' }),
          item('AssessmentOutcomeDate', 'date', { min: 0, number: '3.2', csv: 'assessmentoutcomedate', label: 'Assessment Outcome Date' }),
          item('AssessmentMediation', 'code:yesNo', { min: 0, number: '3.3', csv: 'assessmentmediation', label: 'Assessment Mediation' }),
          item('AssessmentTribunal', 'code:yesNo', { min: 0, number: '3.4', csv: 'assessmenttribunal', label: 'Assessment Tribunal' }),
          item('OtherMediation', 'code:yesNo', { min: 0, number: '3.5', csv: 'othermediation', label: 'Other Mediation' }),
          item('OtherTribunal', 'code:yesNo', { min: 0, number: '3.6', csv: 'othertribunal', label: 'Other Tribunal' }),
          item('Week20', 'code:yesNo', { min: 0, number: '3.7', csv: 'week20', label: 'Twenty week time limit exceptions apply' }),
          group('NamedPlan', { min: 0 }, [
            item('StartDate', 'date', { min: 0, number: '4.1', csv: 'startdate', label: 'EHC Plan Start Date' }),
            repeated('PlanDetail', { min: 0, max: 2 }, [
              item('URN', 'urn', { min: 0, number: '4.7a', csv: 'urn', label: 'URN - Unique Reference Number' }),
              item('UKPRN', 'ukprn', { min: 0, number: '4.7b', csv: 'ukprn', label: 'UKPRN - UK Provider Reference Number' }),
              item('SENSetting', 'code:senSettingPlan', { min: 0, number: '4.7c', csv: 'sensetting', label: 'SEN Setting – Establishment type', alias: 'SENsetting' }),
              item('SENSettingOther', 'text', { min: 0, number: '4.7c(i)', csv: 'sensettingother', label: 'SEN Setting - Other' }),
              item('PlacementRank', 'code:rank', { min: 0, number: '4.7d', csv: 'placementrank', label: 'Placement Rank (1=Primary, 2=Secondary)' }),
              item('SENunitIndicator', 'code:yesNo', { min: 0, number: '4.7e', csv: 'senunitindicator', label: 'SEN Unit Indicator' }),
              item('ResourcedProvisionIndicator', 'code:yesNo', { min: 0, number: '4.7f', csv: 'resourcedprovisionindicator', label: 'Resourced Provision Indicator' }),
            ]),
            item('PlanRes', 'code:residential', { min: 0, number: '4.2', csv: 'planres', label: 'Residential Settings' }),
            item('PlanWBP', 'code:workBased', { min: 0, number: '4.3', csv: 'planwbp', label: 'Work Based Learning Activity' }),
            item('PB', 'code:yesNo', { min: 0, number: '4.4a', csv: 'pb', label: 'Personal Budget taken up' }),
            item('OA', 'code:yesNo', { min: 0, number: '4.4b', csv: 'oa', label: 'Personal Budget - Organised Arrangements' }),
            item('DP', 'code:directPayments', { min: 0, number: '4.4c', csv: 'dp', label: 'Personal Budget - Direct Payments' }),
            item('CeaseDate', 'date', { min: 0, number: '4.5', csv: 'ceasedate', label: 'Date EHC plan ceased' }),
            item('CeaseReason', 'code:ceaseReason', { min: 0, number: '4.6', csv: 'ceasereason', label: 'Reason EHC plan ceased' }),
          ]),
        ]),
        group('ActivePlans', { min: 0, orderByYear: activePlansOrder }, [
          item('TransferLA', 'code:laOrUnknown', { min: 0, number: '5.1', csv: 'transferla', label: 'EHC Plan transferred in from another LA during calendar year' }),
          repeated('PlacementDetail', { min: 0, max: unbounded }, [
            item('URN', 'urn', {
              min: 0,
              number: [
                { from: 2023, number: '5.5a' },
                { from: 2024, number: '5.7a' },
              ],
              csv: 'urn',
              label: 'URN - Unique Reference Number',
            }),
            item('UKPRN', 'ukprn', {
              min: 0,
              number: [
                { from: 2023, number: '5.5b' },
                { from: 2024, number: '5.7b' },
              ],
              csv: 'ukprn',
              label: 'UKPRN - UK Provider Reference Number',
            }),
            item('SENSetting', 'code:senSettingPlacement', {
              min: 0,
              number: [
                { from: 2023, number: '5.5c' },
                { from: 2024, number: '5.7c' },
              ],
              csv: 'sensetting',
              label: 'SEN Setting – Establishment type',
              alias: 'SENsetting',
            }),
            item('SENSettingOther', 'text', {
              min: 0,
              number: [
                { from: 2023, number: '5.5c(i)' },
                { from: 2024, number: '5.7c(i)' },
              ],
              csv: 'sensettingother',
              label: 'SEN Setting - Other',
            }),
            item('PlacementRank', 'code:rank', {
              min: 0,
              number: [
                { from: 2023, number: '5.5d' },
                { from: 2024, number: '5.7d' },
              ],
              csv: 'placementrank',
              label: 'Placement Rank (1=Primary, 2=Secondary)',
            }),
            item('EntryDate', 'date', {
              min: 0,
              number: [
                { from: 2023, number: '5.5e' },
                { from: 2024, number: '5.7e' },
              ],
              csv: 'entrydate',
              label: 'Placement Start Date',
            }),
            item('LeavingDate', 'date', {
              min: 0,
              number: [
                { from: 2023, number: '5.5f' },
                { from: 2024, number: '5.7f' },
              ],
              csv: 'leavingdate',
              label: 'Placement Leaving Date',
            }),
            item('AttendancePattern', 'code:attendancePattern', { min: 0, to: 2023, number: '5.5g', csv: 'attendancepattern', label: 'Attendance Pattern', note: '2023 only; asked for pupils of compulsory school age' }),
            item('SENunitIndicator', 'code:yesNo', {
              min: 0,
              number: [
                { from: 2023, number: '5.5h' },
                { from: 2024, number: '5.7g' },
              ],
              csv: 'senunitindicator',
              label: 'SEN Unit Indicator',
            }),
            item('ResourcedProvisionIndicator', 'code:yesNo', {
              min: 0,
              number: [
                { from: 2023, number: '5.5i' },
                { from: 2024, number: '5.7h' },
              ],
              csv: 'resourcedprovisionindicator',
              label: 'Resourced Provision Indicator',
            }),
            item('Res', 'code:residential', { min: 0, from: 2024, number: '5.2', csv: 'res', label: 'Residential Settings' }),
            item('WBP', 'code:workBased', { min: 0, from: 2024, number: '5.3', csv: 'wbp', label: 'Work Based Learning Activity' }),
          ]),
          item('Res', 'code:residential', { min: 0, to: 2023, number: '5.2', csv: 'res', label: 'Residential Settings' }),
          item('WBP', 'code:workBased', { min: 0, to: 2023, number: '5.3', csv: 'wbp', label: 'Work Based Learning Activity' }),
          repeated('SENneed', { min: 0, max: 2 }, [
            item('SENtype', 'code:senType', {
              min: 0,
              number: [
                { from: 2023, number: '5.6' },
                { from: 2024, number: '5.8a' },
              ],
              csv: 'sentype',
              label: 'SEN Type of Need',
            }),
            item('SENtypeRank', 'code:rank', {
              min: 0,
              number: [
                { from: 2023, number: '5.7' },
                { from: 2024, number: '5.8b' },
              ],
              csv: 'sentyperank',
              label: 'SEN Type of Need rank  (1=Primary, 2=Secondary)',
            }),
          ]),
          item('ReviewMeeting', 'date', {
            min: 0,
            from: 2024,
            number: [
              { from: 2024, number: '5.4' },
              { from: 2025, number: '5.4a' },
            ],
            csv: 'reviewmeeting',
            label: 'Annual Review Meeting Date',
            note: 'voluntary 2024, compulsory from 2025',
          }),
          item('ReviewOutcome', 'code:reviewOutcome', {
            min: 0,
            from: 2024,
            number: [
              { from: 2024, number: '5.5' },
              { from: 2025, number: '5.4c' },
            ],
            csv: 'reviewoutcome',
            label: 'Annual Review Decision',
            note: 'voluntary 2024, compulsory from 2025',
          }),
          item('ReviewDraft', 'date', { min: 0, from: 2025, number: '5.4d', csv: 'reviewdraft', label: 'Annual review – date draft amended EHC plan issued', note: 'voluntary 2025, compulsory from 2026' }),
          item('PhaseTransferDueDate', 'date', { min: 0, from: 2025, number: '5.6a', csv: 'phasetransferduedate', label: 'Phase transfer review - due date for any amended plan', note: 'voluntary 2025, compulsory from 2026' }),
          item('PhaseTransferFinalDate', 'date', { min: 0, from: 2025, number: '5.6b', csv: 'phasetransferfinaldate', label: 'Phase transfer review - final plan date', note: 'voluntary 2025, compulsory from 2026' }),
          item('LastReview', 'date', {
            min: 0,
            number: [
              { from: 2023, number: '5.4' },
              { from: 2024, number: '5.6' },
              { from: 2025, number: '5.4b' },
            ],
            csv: 'lastreview',
            label: 'EHC Plan Review Decisions Date',
            note: 'date of the review decision',
          }),
        ]),
      ]),
    ]),
  ]),
]);
