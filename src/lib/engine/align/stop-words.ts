/**
 * Words that say nothing of what a clause is about: articles, pronouns, prepositions, auxiliaries.
 * Modal verbs are among them, for that a thing shall, must or may be done is the same in all clauses;
 * negations too, since a refusal and a demand of the same thing belong side by side.
 */
const lists: Readonly<Record<string, string>> = {
  en: `a about above after again against all also am an and any are as at be because been before being
    below between both but by can cannot could did do does doing down during each either few for from
    further had has have having he hence her here hereby herein hereof hereto hers herself him himself
    his how i if in into is it its itself may me might more most must my myself neither no nor not of
    off on once only or other ought our ours out over own same shall she should so some such than that
    the their theirs them themselves then there thereby therein thereof thereto these they this those
    through thus to too under until up upon us very was we were what when where whether which while who
    whom whose why will with within without would you your yours`,
  de: `aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei
    beim bereits bin bis bist da dabei dafür dagegen daher damit dann daran darauf darf darüber das
    dass davon dazu dein dem den denn der des deren dessen deshalb die dies diese diesem diesen dieser
    dieses doch dort du durch dürfen ein eine einem einen einer eines einige er es etwa etwas euch für
    gegen gibt hab habe haben hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer
    ihres im immer in indem ins ist ja je jede jedem jeden jeder jedes jedoch jene jetzt kann kein
    keine keinem keinen keiner können könnte mal man mehr mein mit muss müssen nach nicht nichts noch
    nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie sind so sofern
    solche sollen sollte sollten soll somit sondern sonst sowie statt über um und uns unser unsere
    unserem unseren unserer unter viel vom von vor war waren warum was weder weil weiter welche welcher
    wenn wer werde werden wie wieder will wir wird wo wollen worden wurde wurden würde würden zu zum
    zur zwar zwischen`,
  fr: `à afin ai ainsi alors après au aucun aucune aussi autre autres aux avait avant avec avoir ayant
    bien car ce ceci cela celle celles celui cependant ces cet cette ceux chacun chaque chez ci comme
    comment dans de depuis des dès devra devraient devrait doit doivent donc dont du elle elles en
    encore entre est et étaient était étant être eu eux faire fait font furent fut il ils je jusque la
    le les leur leurs lors lorsque lui ma mais me même mêmes mes moi moins mon ne ni non nos notre nous
    on ont or ou où par parce pas pendant peu peut peuvent plus pour pourra pourrait pourvu puis quand
    que quel quelle quelles quels qui quoi sa sans se selon sera seraient serait seront ses si sien soi
    soient soit son sont sous suis sur ta te tel telle telles tels tes toi ton tous tout toute toutes
    très tu un une vers via vos votre vous y`,
  ru: `а без более бы был была были было быть в вам вас ведь весь во вот все всего всей всем всех вы где
    да для до его ее если есть еще же за здесь и из или им ими иметь их к как каждый которая которого
    которой которые который которых когда кто ли либо между мне мной может могут можно мой мы на над
    надо нам нас наш не него нее нет ни них но нужно о об обо однако он она они оно от по под после
    при про с свое своего своей свои своих себя со так также такие такой там те тем тех то того тоже
    той только том тот у уже хотя чего чей чем через что чтобы эта эти этих это этого этой этом этот я
    являются является должен должна должно должны следует будет будут`,
  uk: `а або аби адже але б без більш більше би бо був буде будуть була були було бути в вам вас ваш весь
    вже ви від він вона вони воно все всі всіх всього де для до його ж за з зі із й кожен коли
    котрий крім ми має мають може можуть можна між мій на над нам нас наш не неї немає нею ним них ні
    о обидва один однак от ось перед під після по повинен повинна повинно повинні при про та так такі
    такий також там те тим тих то того той тому тут ти у усі усіх хоча хто це цей ці цих цього цієї
    цьому ця через чи чий чого що щоб я як яка який яким яких якщо які якої їх її є слід
    необхідно`,
};

const sets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/u))]),
);

const none: ReadonlySet<string> = new Set();

/** The stop words of a language, folded; none for a language without a list. */
export const stopWords = (language: string): ReadonlySet<string> => sets.get(language) ?? none;
