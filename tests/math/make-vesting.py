#!/usr/bin/env python3
"""Recomputes vesting from the definitions with exact fractions: random awards of a DssVest, and SPK's plan at many instants.

  python3 tests/math/make-vesting.py > tests/math/vesting.json
"""
import json
from fractions import Fraction
from math import floor

WAD = 10**18
MILLION = 10**6 * WAD
YEAR = 365 * 24 * 60 * 60
LAUNCH = 1750147200


class Numbers:
    """A linear congruential generator, so that every version of Python draws the same numbers."""

    state = 20250617

    def below(self, bound):
        drawn = 0
        while drawn < bound * 2**40:
            self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
            drawn = drawn * 2**40 + (self.state >> 24)
        return drawn % bound


random = Numbers()


def straight(begin, end, total, now):
    """Exactly what a straight line has reached, before any rounding."""
    if now < begin:
        return Fraction(0)
    return Fraction(total) if now >= end else Fraction(total) * Fraction(now - begin, end - begin)


def awards():
    rows = []
    for _ in range(60):
        bgn = LAUNCH + random.below(YEAR)
        tau = 1 + random.below(5 * YEAR)
        clf = bgn + random.below(tau + 1)
        tot = 1 + random.below(2**128 - 1)
        now = bgn - YEAR // 4 + random.below(tau + YEAR // 2)
        accrued = floor(straight(bgn, bgn + tau, tot, now))
        unlocked = 0 if now < clf else accrued
        rxd = random.below(unlocked + 1)
        rows.append([bgn, clf, bgn + tau, tot, rxd, now, accrued, unlocked, unlocked - rxd])
    return rows


SHARES = [Fraction(1, 4)] * 2 + [Fraction(1, 8)] * 2 + [Fraction(1, 16)] * 2 + [Fraction(1, 32)] * 4


def sky(now, total):
    return sum(floor(straight(LAUNCH + k * YEAR, LAUNCH + (k + 1) * YEAR, s * total, now)) for k, s in enumerate(SHARES))


def team(now):
    # a quarter at the cliff, the rest over three years: the same as four years in a straight line
    if now < LAUNCH + YEAR:
        return 0
    return floor(300 * MILLION + straight(LAUNCH + YEAR, LAUNCH + 4 * YEAR, 900 * MILLION, now))


def ecosystem(now, months):
    if now < LAUNCH:
        return 0
    begin = LAUNCH + YEAR
    return 1700 * MILLION + floor(straight(begin, begin + months * YEAR // 12, 600 * MILLION, now))


def plan():
    edges = [LAUNCH + k * YEAR + d for k in range(12) for d in (-1, 0, 1)]
    instants = sorted(edges + [LAUNCH - YEAR + random.below(12 * YEAR) for _ in range(60)])
    return [
        [t, sky(t, 6500 * MILLION), sky(t, 4550 * MILLION), team(t), ecosystem(t, 0), ecosystem(t, 36)] for t in instants
    ]


def text(rows):
    return [[str(n) for n in row] for row in rows]


def listed(rows):
    return "[\n" + ",\n".join("    " + json.dumps(row) for row in text(rows)) + "\n  ]"


print('{\n  "awards": ' + listed(awards()) + ',\n  "plan": ' + listed(plan()) + "\n}")
