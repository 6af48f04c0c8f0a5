/**
 * English verbs of memoranda and contracts in their bare form, and nouns that stand for a verb. With them
 * "withdrawal of troops", "troops are withdrawn" and "withdraws its troops" become one act.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const verbs: readonly string[] = words(`
  abandon abide abolish abstain accede accelerate accept access accompany accredit achieve acknowledge
  acquire act adapt address adhere adjust administer admit adopt advance advertise advise affect affirm afford
  agree aid aim allocate allow alter amend announce annex annul appeal apply appoint apportion approve arbitrate arm
  arrange arrest ask assess assign assist assume assure attach attack attempt attend authorise authorize automate award
  ban bank bar bargain base be bear become begin benefit bid bind block boycott break bring broadcast build burn
  buy calculate call cancel cap capture care carry cause cease cede celebrate censor centralise certify
  challenge change charge check choose cite claim clarify classify clean clear close co-operate collect
  combat commence commission commit communicate compensate compete compile complete comply comprise compute
  concede conceal conclude conduct confer confine confirm confiscate conform connect conscript consent conserve consider
  consist constitute construct consult consume contact contain continue contract contribute control convene
  convert convey convict cooperate coordinate copy correct cost count counter cover create cross cut deal debate
  decide declare decline decommission decrease deduct deepen defend defer define delay delegate delete deliver
  demand demarcate demilitarise demilitarize demine demobilise demobilize demolish demonstrate denounce deny deploy deport deposit
  derogate describe design designate destroy detain determine develop devote dig direct disarm disband discharge
  disclose discontinue discriminate discuss dismantle dismiss dispatch display dispose dispute disseminate dissolve distribute
  divert divide document double draft draw drill drop eliminate employ empower enable enact encourage end endorse
  enforce engage enhance enjoy enlarge enrich ensure enter entitle equip erect escort establish evacuate evaluate examine
  exceed exchange exclude execute exempt exercise exhume exit expand expel expire explain explore export expose
  express expropriate extend extradite face facilitate fail fall favour feed file fill finance fire fish fix
  float fly follow forbid force forfeit forgive form formulate fortify forward foster found free freeze fulfil fund
  gather generate give glorify go govern grant guarantee guard guide halt hand handle harass harm harmonise
  have head heal hear help hide hinder hire hold honour host house identify impede implement import impose improve
  include incorporate increase incur indemnify index inflict inform initiate inject inspect install institute integrate intend
  intercept interfere intervene introduce invade invest investigate invite involve issue join judge justify keep
  kill label land lapse last launch lay lead lease leave legalise legislate lend let levy liberalise license lift limit
  link liquidate list live load locate lock lodge lower maintain make man manage manufacture mark market meet
  merge mine mobilise mobilize modernise modify monitor move name narrow nationalise navigate negotiate nominate normalise
  note notify obey object oblige observe obstruct obtain occupy occur offer offset open operate oppose order
  organise organize oust outlaw outsource overfly oversee own pack pardon participate pass patrol pay penalise perform
  permit persecute phase place plan plant pledge police pollute pool post postpone practise prepare present
  preserve prevent process procure produce profess prohibit promise promote promulgate propose prosecute protect
  prove provide publish pull pump punish purchase pursue put qualify question quit raise ratify re-export
  re-establish reach read reaffirm rebuild recall receive recognise recognize recommend reconcile reconstruct
  record recover recruit recycle redeem redeploy redraw reduce refer reform refrain refund refurbish refuse register
  regulate rehabilitate reimburse reinforce reinstate reject release relieve relinquish relocate remain remedy remit remove
  renegotiate renew renounce repair repatriate repay repeal repeat replace reply report represent request require rescind
  reserve reset resettle resist resolve resort respect respond rest restart restore restrict resume retain retire retrain
  return reveal reverse review revise revoke ride rise rotate run safeguard sail sanction save schedule screen
  seal search secure seek seize select sell send separate serve set settle share shell shift ship shoot shorten
  show shut sign simplify sit solve speak specify spend sponsor spread stand start state station stay steer stimulate
  stockpile stop store strengthen strike strip subcontract submit subscribe subsidise subsidize succeed sue suffer supervise
  supply support suppress surge surrender suspend sustain swap take talk target tax teach terminate test threaten tie
  tighten tolerate trace track trade train transfer transit translate transmit transport travel treat trespass try tunnel
  turn undergo undermine undertake unfreeze unify unite unload update upgrade uphold use utilise vacate validate
  value verify veto violate visit void vote wage waive want warn waste watch weaken wear withdraw withhold
  witness work worsen write yield
`);

/** Irregular forms behind each verb. */
export const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'be am is are was were been being',
    'have has had having',
    'do does did done doing',
    'go goes went gone going',
    'bear bore borne',
    'become became become',
    'begin began begun beginning',
    'bind bound',
    'break broke broken',
    'bring brought',
    'build built',
    'buy bought',
    'choose chose chosen',
    'draw drew drawn',
    'redraw redrew redrawn',
    'fall fell fallen',
    'feed fed',
    'fight fought',
    'find found',
    'fly flew flown',
    'forbid forbade forbidden',
    'forgive forgave forgiven',
    'freeze froze frozen',
    'unfreeze unfroze unfrozen',
    'get got gotten',
    'give gave given',
    'hear heard',
    'hide hid hidden',
    'hold held',
    'keep kept',
    'lay laid',
    'lead led',
    'leave left',
    'lend lent',
    'lose lost',
    'make made',
    'meet met',
    'oversee oversaw overseen',
    'pay paid',
    'repay repaid',
    'rebuild rebuilt',
    'rise rose risen',
    'run ran running',
    'see saw seen',
    'seek sought',
    'sell sold',
    'send sent',
    'shoot shot',
    'show shown',
    'sit sat sitting',
    'speak spoke spoken',
    'spend spent',
    'stand stood',
    'strike struck',
    'take took taken',
    'teach taught',
    'undergo underwent undergone',
    'undertake undertook undertaken',
    'uphold upheld',
    'wear wore worn',
    'withdraw withdrew withdrawn',
    'withhold withheld',
    'write wrote written',
    'win won',
    'die dies died dying',
    'tie ties tied tying',
    'swear swore sworn',
  ].flatMap((line) => {
    const [verb = '', ...forms] = line.split(' ');
    return forms.map((form) => [form, verb]);
  }),
);
