/** LA numbers that characters 2 to 4 of a UPN may hold, those of former authorities included. Source: DfE guide to UPNs. */
const spans =
  '001-005, 201-213, 301-320, 330-336, 340-344, 350-359, 370-373, 380-384, 390-394, 420, 660-681, 701-708, 800-803, 805-808, 810-813, 815, 816, 820-823, 825, 826, 830, 831, 835-839, 840, 841, 845, 846, 850-852, 855-857, 860, 861, 865-896, 908, 909, 916, 919, 921, 925, 926, 928, 929, 931, 933, 935-938, 940-943';

export const upnLaCodes: ReadonlySet<string> = new Set(
  spans.split(', ').flatMap((span) => {
    const [first = '', last = first] = span.split('-');
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, i) => String(Number(first) + i).padStart(3, '0'));
  }),
);
