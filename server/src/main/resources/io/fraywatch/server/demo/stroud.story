hank = Hank Stroud <hank@stroudfreight.example>

## Driver schedule week 36
-63 07:05 hank
Schedule?
-63 09:00 dana [attach week-36.pdf]
Good morning Hank,

here is the schedule for the week.

Dana
-63 09:04 hank
Ok.

## Driver schedule week 38
-53 07:02 hank
Schedule.
-53 09:00 dana [attach week-38.pdf]
Good morning Hank,

attached. Ray and Lou have swapped Tuesday.

Dana
-53 09:11 hank
Fine.

## Toll refunds
-45 07:40 hank
Toll refunds. Did they pay?
-45 09:15 dana
Good morning Hank,

two of three have paid, the third promises Friday. I'll stay on it.

Dana
-45 09:20 hank
Good.
-41 10:05 dana
The third has paid. That makes 1,118.40 in all.

Dana
-41 10:09 hank
Good. Thx.

## Driver schedule week 41
-37 06:58 hank
Schedule week 41.
-37 09:00 dana [attach week-41.pdf]
Good morning Hank,

attached, with the new dock times.

Dana
-37 09:02 hank
Ok.

## Tire order
-28 07:15 hank
Need 8 tires. Same as March.
-28 09:30 dana
Good morning Hank,

ordered, same as in March. They come on Wednesday before noon.

Dana
-28 09:33 hank
Ok. Send the bill to me.
-25 12:10 dana [attach Tire bill.pdf]
Here's the bill. The tires are in the yard.

Dana
-25 12:30 hank
Got it.

## Driver schedule week 44
-17 07:01 hank
Schedule.
-17 09:00 dana [attach week-44.pdf]
Good morning Hank,

attached.

Dana
-17 09:03 hank
Ok.

## Driver schedule week 46
-5 07:03 hank
Schedule week 46.
-5 09:00 dana [attach week-46.pdf]
Good morning Hank,

attached. Lou is off on Thursday, Ray drives for him.

Dana
-5 09:05 hank
Fine. Send it.
-5 09:12 dana
Sent to all drivers.

Dana
-5 09:20 hank
Ok.
