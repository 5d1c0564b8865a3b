// Made by systems_leadership/live/javascript.py from the equations, sizes and rules beside it: do not edit.
// `python -m systems_leadership.games` makes it anew.
/** @type {Record<string, number>} */
// prettier-ignore
export const districtStart = {"queue": 20.0, "ward": 74.0, "unready": 17.0, "unserved": 17.0, "lost": 4.0, "home": 7.0, "cared": 400.0, "load": 440.0, "staff": 95.0, "lonely": 285.0, "volunteers": 120.0, "tired": 22.0};
/** @type {Record<string, number>} */
// prettier-ignore
export const districtSizes = {"outside": 33.0, "beds_open": 101.0, "find_bed": 0.3, "fill_bed": 0.15, "stay": 2.0, "limit": 10.0, "divert": 0.2, "needs": 0.41, "not_fit": 0.24, "moves": 0.017, "change_cost": 1.2, "fit_time": 0.4, "weaker": 0.06, "therapy_half": 12.0, "keeps": 0.5, "frees": 0.1, "fetch": 0.09, "asks": 4.0, "served": 5.0, "room_half": 12.0, "begin": 1.0, "lasts": 32.0, "copes": 0.06, "returns": 0.22, "spot": 2.6, "quit": 0.0065, "hire": 0.91, "market": 0.79, "easy": 0.92, "burn": 7.0, "hire_band": 10.0, "overhead": 7.8, "grace": 4.0, "flats": 24.0, "relet_half": 4.0, "lonely_in": 8.0, "lonely_lost": 0.8, "lonely_home": 0.08, "lonely_out": 0.018, "reach": 0.0007, "cafe_part": 0.25, "lonely_back": 0.006, "joins": 1.0, "cafe_joins": 3.2, "wears": 0.02, "grant_half": 5.0, "tired_home": 0.07, "tired_copes": 0.25, "tired_less": 0.03, "rests": 0.06, "relief": 0.003, "tired_back": 0.07, "corridor": 1.5, "trip": 2.0};
/** @type {number[]} */
// prettier-ignore
export const districtSeasons = [0.97, 0.91, 1.02, 1.13];
/** @type {number} */
// prettier-ignore
export const districtWeeks = 13;
/**
 * @param {Record<string, number>} stocks
 * @param {Record<string, number>} dials
 * @param {Record<string, number>} sizes
 * @param {number} season
 * @param {number} steps
 * @param {number} dt
 * @returns {{ stocks: Record<string, number>, counts: Record<string, number> }}
 */
// prettier-ignore
export function advanceDistrict(stocks, dials, sizes, season, steps, dt) {
  let { queue, ward, unready, unserved, lost, home, cared, load, staff, lonely, volunteers, tired } = stocks;
  const { beds, therapy, sending, fee, money, ward_weight, home_weight, pay, full, changes, relet, cafe, visits, breaks, calls, grant, saying, asking } = dials;
  const { outside, beds_open, find_bed, fill_bed, stay, limit, divert, needs, not_fit, moves, change_cost, fit_time, weaker, therapy_half, keeps, frees, fetch, asks, served, room_half, begin, lasts, copes, returns, spot, quit, hire, market, easy, burn, hire_band, overhead, grace, flats, relet_half, lonely_in, lonely_lost, lonely_home, lonely_out, reach, cafe_part, lonely_back, joins, cafe_joins, wears, grant_half, tired_home, tired_copes, tired_less, rests, relief, tired_back, corridor, trip } = sizes;
  const counts = { queue: 0, unready: 0, unserved: 0, home: 0, lonely: 0, tired: 0, volunteers: 0, staff: 0, rounds: 0, free: 0, empty: 0, strained: 0, back: 0, early_back: 0, diverted: 0, fetched: 0, spent: 0, agency: 0, margin: 0, cafe_hours: 0, unplanned: 0, people_in: 0, people_out: 0 };
  for (let step = 0; step < steps; step += 1) {
    const empty = ((flats * relet_half) / (relet_half + relet));
    const beyond = Math.max((queue - limit), 0);
    const back = (((returns * home) + (lonely_back * lonely)) + (tired_back * tired));
    const free = Math.max(((((beds_open + beds) - ward) - unready) - unserved), 0);
    const admitted = ((queue * free) / Math.max(((find_bed * free) + (fill_bed * queue)), 0.001));
    const done = (ward / stay);
    const to_fit = ((needs * done) * (not_fit + (moves * empty)));
    const fitters = (changes / change_cost);
    const fitted = ((unready * fitters) / Math.max((unready + (fit_time * fitters)), 0.001));
    const trained = (therapy / (therapy + therapy_half));
    const early = ((sending * saying) * (unready + unserved));
    const fetched = (fetch * unserved);
    const weak = (lost / Math.max((unready + unserved), 0.001));
    const spare = Math.max((money - ((fee * staff) * full)), 0);
    const room = Math.max(((served * (Math.min((staff * full), (money / fee)) + (spare / spot))) - load), 0);
    const pace = ((room / (room + room_half)) / begin);
    const ward_starts = ((unserved * ward_weight) * pace);
    const home_starts = ((home * home_weight) * pace);
    const out = (weak * ((ward_starts + early) + fetched));
    const ends = ((1 + (frees * trained)) / lasts);
    const wage = (fee * pay);
    const own = Math.min((load / served), (staff * full));
    const strained = (own / staff);
    const quits = ((((quit * staff) * market) / wage) * (1 + (burn * Math.max((strained - easy), 0))));
    const margin = (((fee * own) - (wage * staff)) - overhead);
    const hired = ((((hire * wage) / market) * Math.min(Math.max((1 + (((money / fee) - staff) / hire_band)), 0), 1)) * Math.min(Math.max((1 + (margin / grace)), 0), 1));
    const hours = (((volunteers * calls) * grant) / (grant + grant_half));
    const eased = (((reach * (visits + (cafe_part * cafe))) * hours) * lonely);
    const relieved = (((relief * breaks) * hours) * tired);
    counts.queue += dt * queue;
    counts.unready += dt * unready;
    counts.unserved += dt * unserved;
    counts.home += dt * home;
    counts.lonely += dt * lonely;
    counts.tired += dt * tired;
    counts.volunteers += dt * volunteers;
    counts.staff += dt * staff;
    counts.rounds += dt * (load / served);
    counts.free += dt * free;
    counts.empty += dt * empty;
    counts.strained += dt * strained;
    counts.back += dt * back;
    counts.early_back += dt * (returns * home);
    counts.diverted += dt * (divert * beyond);
    counts.fetched += dt * fetched;
    counts.spent += dt * ((fee * own) + (spot * ((load / served) - own)));
    counts.agency += dt * ((load / served) - own);
    counts.margin += dt * margin;
    counts.cafe_hours += dt * (hours * cafe);
    counts.unplanned += dt * ((corridor * beyond) + (trip * (back + (divert * beyond))));
    counts.people_in += dt * ((((outside * season) + (lonely_back * lonely)) + (tired_back * tired)) + asks);
    counts.people_out += dt * (((((divert * beyond) + ((1 - needs) * done)) + fetched) + (copes * home)) + (ends * cared));
    const d_queue = ((((outside * season) + back) - admitted) - (divert * beyond));
    const d_ward = (admitted - done);
    const d_unready = ((to_fit - fitted) - ((sending * saying) * unready));
    const d_unserved = ((((((needs * done) - to_fit) + fitted) - ward_starts) - ((sending * saying) * unserved)) - fetched);
    const d_lost = (((weaker * (1 - (keeps * trained))) * (unready + unserved)) - out);
    const d_home = ((((asks + early) - home_starts) - (copes * home)) - (returns * home));
    const d_cared = ((ward_starts + home_starts) - (ends * cared));
    const d_load = ((((ward_starts * asking) * (1 + weak)) + (home_starts * asking)) - (ends * load));
    const d_staff = (hired - quits);
    const d_lonely = ((((lonely_in + (lonely_lost * out)) + (lonely_home * home)) - (lonely_out * lonely)) - eased);
    const d_volunteers = ((joins + (cafe_joins * cafe)) - (((wears * calls) * calls) * volunteers));
    const d_tired = (((((tired_home * home) + (tired_copes * (fetched + (copes * home)))) + ((tired_less * cared) * (1 - asking))) - (rests * tired)) - relieved);
    queue += dt * d_queue;
    ward += dt * d_ward;
    unready += dt * d_unready;
    unserved += dt * d_unserved;
    lost += dt * d_lost;
    home += dt * d_home;
    cared += dt * d_cared;
    load += dt * d_load;
    staff += dt * d_staff;
    lonely += dt * d_lonely;
    volunteers += dt * d_volunteers;
    tired += dt * d_tired;
  }
  return { stocks: { queue, ward, unready, unserved, lost, home, cared, load, staff, lonely, volunteers, tired }, counts };
}
/** @type {Record<string, (seen: Record<string, number>) => boolean>} */
// prettier-ignore
export const districtConditions = {
  "winter > 0 and queue > 26": ({ queue, winter }) => ((winter > 0) && (queue > 26)),
  "winter > 0": ({ winter }) => (winter > 0),
  "queue > 26": ({ queue }) => (queue > 26),
  "queue > 16": ({ queue }) => (queue > 16),
  "queue < 12": ({ queue }) => (queue < 12),
  "home > 14 and unspent > 4": ({ home, unspent }) => ((home > 14) && (unspent > 4)),
  "home < 6": ({ home }) => (home < 6),
  "home < 5": ({ home }) => (home < 5),
  "home > 8": ({ home }) => (home > 8),
  "staff_fell > 1.5 and margin > 6": ({ margin, staff_fell }) => ((staff_fell > 1.5) && (margin > 6)),
  "margin < 3": ({ margin }) => (margin < 3),
  "short > 0": ({ short }) => (short > 0),
  "unready > 22 and empty < 9": ({ empty, unready }) => ((unready > 22) && (empty < 9)),
  "empty > 9": ({ empty }) => (empty > 9),
  "cafe_hours > 70": ({ cafe_hours }) => (cafe_hours > 70),
  "volunteers_fell < 0": ({ volunteers_fell }) => (volunteers_fell < 0),
  "volunteers_fell > 4": ({ volunteers_fell }) => (volunteers_fell > 4),
  "back < 6": ({ back }) => (back < 6),
  "back > 7": ({ back }) => (back > 7),
  "tired < 15": ({ tired }) => (tired < 15),
  "queue > 16 and early_back < 2": ({ early_back, queue }) => ((queue > 16) && (early_back < 2)),
  "queue < 12 or early_back > 3": ({ early_back, queue }) => ((queue < 12) || (early_back > 3)),
  "unspent > 5 and short > 0": ({ short, unspent }) => ((unspent > 5) && (short > 0)),
  "unspent < 1 and home < 6": ({ home, unspent }) => ((unspent < 1) && (home < 6)),
  "unserved > 2*home": ({ home, unserved }) => (unserved > (2 * home)),
  "home > 14": ({ home }) => (home > 14),
  "short > 0 and margin > 4": ({ margin, short }) => ((short > 0) && (margin > 4)),
  "margin < 2": ({ margin }) => (margin < 2),
  "unready > 13 and empty < 9": ({ empty, unready }) => ((unready > 13) && (empty < 9)),
  "empty > 11": ({ empty }) => (empty > 11),
  "lonely > 260 and cafe_hours > 50": ({ cafe_hours, lonely }) => ((lonely > 260) && (cafe_hours > 50)),
  "cafe_hours < 28": ({ cafe_hours }) => (cafe_hours < 28),
  "early_back < 2": ({ early_back }) => (early_back < 2),
  "early_back > 3.2": ({ early_back }) => (early_back > 3.2),
  "unserved + home > 26 and tired < 28": ({ home, tired, unserved }) => (((unserved + home) > 26) && (tired < 28)),
  "tired > 40": ({ tired }) => (tired > 40),
  "home < 7 and ready > 24": ({ home, ready }) => ((home < 7) && (ready > 24)),
  "home > 9": ({ home }) => (home > 9),
  "unspent > 3 and short > 0": ({ short, unspent }) => ((unspent > 3) && (short > 0)),
  "short < -3": ({ short }) => (short < (-3)),
  "unserved > 2.5*home": ({ home, unserved }) => (unserved > (2.5 * home)),
  "home > unserved": ({ home, unserved }) => (home > unserved),
  "short > 0 and margin > 2.5": ({ margin, short }) => ((short > 0) && (margin > 2.5)),
  "margin < 1": ({ margin }) => (margin < 1),
  "unserved + home > 25": ({ home, unserved }) => ((unserved + home) > 25),
  "unready > 9 and empty < 11": ({ empty, unready }) => ((unready > 9) && (empty < 11)),
  "empty > 13 or unready < 4": ({ empty, unready }) => ((empty > 13) || (unready < 4)),
  "tired > 34": ({ tired }) => (tired > 34),
  "home < 8": ({ home }) => (home < 8),
  "home > 12": ({ home }) => (home > 12),
  "tired < 28": ({ tired }) => (tired < 28),
  "queue > 0": ({ queue }) => (queue > 0),
  "queue < 20": ({ queue }) => (queue < 20),
  "unspent > 3": ({ unspent }) => (unspent > 3),
  "home < 12": ({ home }) => (home < 12),
  "unserved < 20": ({ unserved }) => (unserved < 20),
  "margin > 4": ({ margin }) => (margin > 4),
  "short < 0": ({ short }) => (short < 0),
  "strained < 1": ({ strained }) => (strained < 1),
  "empty < 11": ({ empty }) => (empty < 11),
  "unready < 12": ({ unready }) => (unready < 12),
  "cafe_hours > 28": ({ cafe_hours }) => (cafe_hours > 28),
  "lonely < 280": ({ lonely }) => (lonely < 280),
  "early_back < 2.5": ({ early_back }) => (early_back < 2.5),
  "tired < 25": ({ tired }) => (tired < 25),
  "unserved > 18": ({ unserved }) => (unserved > 18),
  "unready > 12": ({ unready }) => (unready > 12),
  "ready > 35": ({ ready }) => (ready > 35),
  "unserved + home > 30": ({ home, unserved }) => ((unserved + home) > 30),
  "staff_fell > 2": ({ staff_fell }) => (staff_fell > 2),
  "strained > 1": ({ strained }) => (strained > 1),
  "lonely > 280": ({ lonely }) => (lonely > 280),
  "short > 6": ({ short }) => (short > 6),
  "queue > 30": ({ queue }) => (queue > 30),
  "unserved + home > 16 and short < 4": ({ home, short, unserved }) => (((unserved + home) > 16) && (short < 4)),
  "queue > 34": ({ queue }) => (queue > 34),
  "unspent > 6": ({ unspent }) => (unspent > 6),
  "back > 5.5": ({ back }) => (back > 5.5),
  "tired > 22": ({ tired }) => (tired > 22),
  "unready > 15": ({ unready }) => (unready > 15),
  "empty > 10": ({ empty }) => (empty > 10),
  "lonely > 287": ({ lonely }) => (lonely > 287),
  "volunteers < 110": ({ volunteers }) => (volunteers < 110),
  "cafe_hours > 42": ({ cafe_hours }) => (cafe_hours > 42),
  "ready > 34": ({ ready }) => (ready > 34),
  "lonely > 275": ({ lonely }) => (lonely > 275),
  "queue < 22": ({ queue }) => (queue < 22),
  "empty < 9": ({ empty }) => (empty < 9),
  "back > 0": ({ back }) => (back > 0),
  "queue > 38": ({ queue }) => (queue > 38),
  "queue > 28": ({ queue }) => (queue > 28),
  "ready > 30": ({ ready }) => (ready > 30),
  "early_back > 2.3": ({ early_back }) => (early_back > 2.3),
  "early_back > 1.4": ({ early_back }) => (early_back > 1.4),
  "tired > 20": ({ tired }) => (tired > 20),
  "home > 0": ({ home }) => (home > 0),
  "lonely > 285 and cafe_hours < 30": ({ cafe_hours, lonely }) => ((lonely > 285) && (cafe_hours < 30)),
  "lonely > 285": ({ lonely }) => (lonely > 285),
  "lonely > 240": ({ lonely }) => (lonely > 240),
  "lonely > 0": ({ lonely }) => (lonely > 0),
};
