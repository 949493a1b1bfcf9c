import type { TemplateTexts } from './texts.ts';

export const tn: TemplateTexts = {
  acknowledgement:
    'Re amogetse se o se rometseng ka {received}, mme re a se bala. Ga re ka ke ra solofetsa maduo. Go fitlha ka {feedbackBy} o tshwanetse go bona fano gore go dirilwe eng. O ka oketsa sengwe nako nngwe le nngwe ka khoutu e e tshwanang. Ga o patelediwe.',
  question:
    'Re badile se o se rometseng. Selo se le sengwe se ka re thusa go tlhaloganya:\n\n{question}\n\nAraba fela fa go babalesegile mo go wena. O ka se tlogela. Tswee-tswee, o seka wa batla bosupi: go ka nna kotsi.',
  feedback:
    'Se ke se se dirilweng ka se o se rometseng ka {received}:\n\n{done}\n\nGa re kwale go feta fano, gore go se nne ope yo o tsenngwang mo kotsing. O ka re kwalela gape ka khoutu e e tshwanang.',
  referral:
    '{organisation} e ka tswa e kgona go thusa. Ga re fetisetse sepe kwa go bone fa o sa re ee. Fa o dumela, go kwale fano, o bo o kwale se re tshwanetseng go se tlogela. Fa o sa arabe, ga re fetise sepe.',
  closing:
    'Re tswala se o se rometseng ka {received}. Lebaka:\n\n{reason}\n\nRe lebogela go re bolelela. Fa sengwe se fetoga, kgotsa fa o akanya gore re fositse, o ka re kwalela gape ka khoutu e e tshwanang.',
  safety:
    'Pabalesego ya gago e tla pele. Fa o le mo kotsing jaanong, mme o ka go dira o babalesegile, leletsa {emergency}. Ga re kgone go tla kwa go wena. Bala o bo o kwale fano fela mo sedirisweng se se sa lebiweng ke ope yo mongwe. O seka wa kgobokanya bosupi fa seo se go tsenya kgotsa se tsenya ba bangwe mo kotsing.',
};
