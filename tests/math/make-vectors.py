#!/usr/bin/env python3
"""Recomputes lib/math's integers from the contracts' definitions, with exact fractions, and prints them as JSON.

  python3 tests/math/make-vectors.py > tests/math/vectors.json
"""
import json
from decimal import Decimal, getcontext
from fractions import Fraction
from math import floor

getcontext().prec = 120


class Numbers:
    """A linear congruential generator, so that every version of Python draws the same numbers."""

    state = 20250617

    def randint(self, low, high):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return low + (self.state >> 11) % (high - low + 1) if high - low < 2**40 else self.wide(low, high)

    def wide(self, low, high):
        drawn = 0
        while drawn < high - low:
            drawn = drawn * 2**40 + self.randint(0, 2**40 - 1)
        return low + drawn % (high - low + 1)

    def choice(self, options):
        return options[self.randint(0, len(options) - 1)]


random = Numbers()

RAY = 10**27
WAD = 10**18
YEAR = 365 * 24 * 60 * 60
rows = []


def row(name, args, result):
    rows.append([name, [str(a) for a in args], str(result)])


def half_up(x):
    return floor(x + Fraction(1, 2))


def ray_mul(a, b):
    return half_up(Fraction(a * b, RAY))


def ray_div(a, b):
    # Aave adds b / 2 cut to an integer before it divides
    return (a * RAY + b // 2) // b


def rpow(x, n, base):
    bits = bin(n)[2:][::-1]
    z = x if bits[0] == "1" else base
    for bit in bits[1:]:
        x = floor(Fraction(x * x + base // 2, base))
        if bit == "1":
            z = floor(Fraction(z * x + base // 2, base))
    return z


def digits(low, high):
    """A random integer with a random number of digits: small and large ones alike."""
    length = random.randint(low, high)
    return random.randint(10 ** (length - 1), 10**length - 1)


for n in (0, 1, 2, 3, 59, 3600, 86400, 1_000_003, YEAR, 5 * YEAR + 7):
    for rate in (RAY, RAY + 1, RAY + digits(15, 19), 1000000021979553151239153027):
        row("rpow", (rate, n, RAY), rpow(rate, n, RAY))
for _ in range(20):
    x, n = WAD + digits(6, 10), random.randint(0, YEAR)
    row("rpow", (x, n, WAD), rpow(x, n, WAD))

for _ in range(40):
    rate, chi = RAY + digits(10, 19), RAY + digits(20, 27)
    rho = 1_700_000_000 + digits(1, 8)
    now = rho + random.choice((0, 1, 12, 86400, digits(1, 8)))
    live = rpow(rate, now - rho, RAY) * chi // RAY if now > rho else chi
    row("chiNow", (rate, chi, rho, now), live)
    amount = digits(1, 27)
    row("assetsFromShares", (amount, live), floor(Fraction(amount * live, RAY)))
    row("sharesFromAssets", (amount, live), floor(Fraction(amount * RAY, live)))

# APYs in decimals with 120 digits: by logarithm, not by squaring
for rate in [0, 1, 10**18, RAY // 100, RAY // 20, RAY // 10, RAY, 3 * RAY, 10 * RAY] + [digits(20, 27) for _ in range(40)]:
    apy = (Decimal(YEAR) * (1 + Decimal(rate) / RAY / YEAR).ln()).exp() - 1
    row("apyFromAnnualRate", (rate,), int((apy * RAY).quantize(Decimal(1), rounding="ROUND_HALF_UP")))
for _ in range(20):
    rate = RAY + digits(15, 19)
    row("aprFromPerSecondRate", (rate,), (rate - RAY) * YEAR)

for _ in range(60):
    rate, index = digits(20, 27), RAY + digits(20, 27)
    last = 1_700_000_000 + digits(1, 7)
    now = last + random.choice((0, 1, 2, 3, digits(1, 8)))
    n = now - last
    linear = RAY + rate * n // YEAR
    squared = ray_mul(rate, rate) // (YEAR * YEAR)
    cubed = ray_mul(squared, rate) // YEAR
    compounded = RAY
    if n:
        compounded += rate * n // YEAR + n * (n - 1) * squared // 2 + n * (n - 1) * max(n - 2, 0) * cubed // 6
    row("linearInterest", (rate, last, now), linear)
    row("compoundedInterest", (rate, last, now), compounded)
    row("normalizedIncome", (rate, index, last, now), ray_mul(linear, index) if n else index)
    row("normalizedDebt", (rate, index, last, now), ray_mul(compounded, index) if n else index)
    debt, cash = random.choice((0, digits(1, 30))), digits(1, 30)
    usage = ray_div(debt, debt + cash) if debt else 0
    row("utilization", (debt, cash), usage)
    optimal = random.choice((RAY, 95 * RAY // 100, 80 * RAY // 100, RAY // 2))
    base, slope1, slope2 = (random.choice((0, digits(20, 26))) for _ in range(3))
    if usage > optimal:
        borrow = base + slope1 + ray_mul(slope2, ray_div(usage - optimal, RAY - optimal))
    else:
        borrow = base + ray_div(ray_mul(slope1, usage), optimal)
    row("variableRate", (usage, optimal, base, slope1, slope2), borrow)
    factor = random.choice((0, 1000, 5000, 9900, 10000))
    row("supplyRate", (borrow, usage, factor), half_up(Fraction(ray_mul(borrow, usage) * (10000 - factor), 10000)))
    collateral, threshold, owed = digits(1, 20), random.randint(0, 9900), digits(1, 20)
    weighted = half_up(Fraction(collateral * threshold, 10000))
    row("healthFactor", (collateral, threshold, owed), (weighted * WAD + owed // 2) // owed)

for _ in range(40):
    part, total, supply = digits(1, 28), digits(1, 30), digits(1, 30)
    offset = random.choice((0, 6, 12))
    row("convertToAssets", (part, total, supply, offset), floor(Fraction(part * (total + 1), supply + 10**offset)))
    row("convertToShares", (part, total, supply, offset), floor(Fraction(part * (supply + 10**offset), total + 1)))
    usdc, usds, susds, price = digits(1, 15), digits(1, 27), digits(1, 27), RAY + digits(20, 27)
    value = usdc * 10**12 + usds + floor(Fraction(susds * price, 10**27))
    row("psm3TotalAssets", (usdc, usds, susds, price), value)
    row("psm3AssetValue", (part, value, supply), floor(Fraction(part * value, supply)))
    first, second = digits(8, 8), digits(8, 8)
    begin = 1_750_000_000
    end = begin + random.randint(1, 400_000)
    now = end + random.randint(0, 400_000)
    slope = Fraction(abs(second - first) * (now - end), end - begin)
    row("extrapolatedNav", (first, begin, second, end, now), second + floor(slope) if second >= first else second - floor(slope))
    most, refill, left = digits(1, 20), digits(1, 12), digits(1, 20)
    row("currentRateLimit", (most, refill, left, begin, now), min(refill * (now - begin) + left, most))

for _ in range(60):
    a, b = random.choice((-1, 1)) * digits(1, 40), random.choice((-1, 1)) * digits(1, 40)
    da, db, places = random.randint(0, 30), random.randint(0, 30), random.randint(0, 30)
    quotient = Fraction(a * 10**db, b * 10**da)
    cut = floor(abs(quotient) * 10**places) * (1 if quotient >= 0 else -1)
    row("divide", (a, da, b, db, places), cut)
    exact = Fraction(abs(a), 10**da)
    row("round", (a, da, places), half_up(exact * 10**places) * (1 if a >= 0 else -1))
    row("toNumber", (a, da), repr(float(Fraction(a, 10**da))))

print("[\n" + ",\n".join(json.dumps(r) for r in rows) + "\n]")
