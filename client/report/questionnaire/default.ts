import type { Questionnaire } from './schema.ts';

/** What is asked unless the office decides otherwise. One idea for each screen, what matters most first. */
export const DEFAULT_QUESTIONNAIRE: Questionnaire = {
  version: 1,
  steps: [
    { questions: [{ id: 'role' }] },
    { questions: [{ id: 'stage' }] },
    { questions: [{ id: 'act' }] },
    { questions: [{ id: 'return' }] },
    { questions: [{ id: 'official' }] },
    { questions: [{ id: 'officials' }] },
    {
      questions: [
        { id: 'purpose' },
        { id: 'sexual', showIf: { question: 'purpose', anyOf: ['SexualExploitation'] } },
        { id: 'industry', showIf: { question: 'purpose', anyOf: ['ForcedLabour', 'ChildLabour'] } },
      ],
    },
    {
      questions: [
        { id: 'recruited' },
        {
          id: 'recruitmentSites',
          showIf: { question: 'recruited', anyOf: ['ThroughOnlineSocialNetworks', 'ThroughAnOnlineAdvertisement'] },
        },
      ],
    },
    { questions: [{ id: 'control' }] },
    { questions: [{ id: 'people' }, { id: 'children' }] },
    { questions: [{ id: 'route' }] },
    { questions: [{ id: 'when' }] },
    {
      questions: [
        { id: 'told' },
        {
          id: 'toldText',
          showIf: {
            question: 'told',
            anyOf: ['police', 'other-authority', 'employer', 'embassy', 'ngo', 'other'],
          },
        },
      ],
    },
    { questions: [{ id: 'evidenceElsewhere' }] },
    { questions: [{ id: 'help' }] },
    { questions: [{ id: 'contact' }] },
    {
      questions: [{ id: 'consent' }, { id: 'consentNamed', showIf: { question: 'consent', anyOf: ['to-named'] } }],
    },
  ],
};
