/**
 * Codes of the default questionnaire (version 1), stable. Those marked HTCDS are picklists of IOM’s Human Trafficking Case Data
 * Standards 2.0 as published (CC BY 4.0).
 */
export const DANGER = ['now', 'soon', 'not-now', 'unknown'] as const;
export const ROLE = ['victim', 'survivor', 'relative', 'witness', 'official', 'insider', 'helper', 'other'] as const;
export const STAGE = [
  'recruitment',
  'documents',
  'border',
  'transport',
  'exploitation',
  'police',
  'prosecution-court',
  'prison-shelter',
  'return',
  'unknown',
] as const;
export const ACT = [
  'ignored',
  'warned',
  'false-documents',
  'let-through',
  'escorted',
  'protected-place',
  'took-part',
  'used-services',
  'returned-victim',
  'threatened-victim',
  'lost-file',
  'refused-complaint',
  'released-suspect',
  'changed-statement',
  'other',
] as const;
export const RETURN = [
  'money',
  'gifts',
  'sexual-acts',
  'favour-or-job',
  'share-of-profit',
  'blackmailed',
  'fear',
  'family-tie',
  'unknown',
] as const;
export const OFFICIAL = [
  'police',
  'border-guard',
  'customs',
  'immigration',
  'consular',
  'labour-inspector',
  'health',
  'social-shelter',
  'local-government',
  'prosecutor',
  'judge',
  'court-staff',
  'prison',
  'military',
  'politician',
  'transport-staff',
  'recruiter-licensing',
  'international-staff',
  'private-with-public-duty',
  'unknown',
] as const;
export const PEOPLE = ['1', '2-5', '6-20', 'more', 'unknown'] as const;
export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;
export const TOLD = ['nobody', 'police', 'other-authority', 'employer', 'embassy', 'ngo', 'other'] as const;
export const HELP = [
  'safety',
  'shelter',
  'medical',
  'legal',
  'documents',
  'go-home',
  'money-owed',
  'protect-family',
  'investigate',
  'nothing',
  'other',
] as const;
export const CONSENT = ['to-nobody', 'without-details', 'to-named', 'ask-me-first'] as const;
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** HTCDS `vic_TypeOfExploitation`. */
export const PURPOSE = [
  'ForcedLabour',
  'SexualExploitation',
  'ChildLabour',
  'ForcedMarriage',
  'Servitude',
  'ForcedMilitaryByNonStateActors',
  'OrganRemoval',
  'ForcedBegging',
  'ForcedAdoption',
  'Surrogacy',
  'Other',
] as const;
/** HTCDS `vic_TypeOfSexExploitation`. */
export const SEXUAL = ['Prostitution', 'Pornography', 'RemoteInteractiveServices', 'PrivateSexualServices'] as const;
/** HTCDS `vic_ForcedLabourIndustry`. */
export const INDUSTRY = [
  'A_AgricultureForestryAndFishing',
  'B_MiningAndQuarrying',
  'C_Manufacturing',
  'D_ElectricityGasSteamAndAirConditioningSupply',
  'E_WaterSupplySewerageWasteManagement',
  'F_Construction',
  'G_WholesaleAndRetailTradeRepairOfMotorVehicles',
  'H_TransportationAndStorage',
  'I_AccommodationAndFoodServiceActivities',
  'J_InformationAndCommunication',
  'K_FinancialAndInsuranceActivities',
  'L_RealEstateActivities',
  'M_ProfessionalScientificAndTechnicalActivities',
  'N_AdministrativeAndSupportServiceActivities',
  'O_PublicAdministrationAndDefence',
  'P_Education',
  'Q_HumanHealthAndSocialWorkActivities',
  'R_ArtsEntertainmentAndRecreation',
  'S_OtherServiceActivities',
  'T_ActivitiesOfHouseholdsAsEmployers',
  'U_ActivitiesOfExtraterritorialOrganizations',
] as const;
/** HTCDS `vic_MethodOfRecruitment`. */
export const RECRUITED = [
  'AtAPlaceOfBusiness',
  'AtAnEducationalInstitution',
  'AtWork',
  'ThroughOnlineSocialNetworks',
  'ThroughAnOnlineAdvertisement',
  'ThroughATelevisionAdvert',
  'ThroughANewspaperAdvert',
  'ThroughFamilyOrFamilyEvents',
  'ThroughFriendsOrSocialEvents',
  'Other',
] as const;
/** HTCDS `vic_RecruitmentWebsitesAndApps`. */
export const RECRUITMENT_SITES = [
  'Facebook',
  'Instagram',
  'WhatsApp',
  'Telegram',
  'FacebookMessenger',
  'Viber',
  'SnapChat',
  'Line',
  '4Sale',
  'WeChat',
  'QQ',
  'QZone',
  'TikTok',
  'Twitter',
  'Other',
] as const;
/** HTCDS `vic_MethodsOfControl`. */
export const CONTROL = [
  'PhysicalThreats',
  'ThreatsLawEnforcement',
  'ThreatensChildrenFamily',
  'DebtBondage',
  'FalsePromises',
  'PhysicalAbuse',
  'SexualAbuse',
  'TakesEarnings',
  'RestrictsFinancialAccess',
  'RestrictsMedicalCare',
  'WithholdsNecessities',
  'PsychologicalAbuse',
  'PsychoactiveSubstance',
  'ExcessiveWorkingHours',
  'WithholdsDocuments',
  'Other',
] as const;
