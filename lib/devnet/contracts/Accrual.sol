// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

uint256 constant RAY = 1e27;

/// Maker's exponentiation by squaring, rounding half up at every step, as in sUSDS, the Pot and the Spark vaults.
function rpow(uint256 x, uint256 n) pure returns (uint256 z) {
    z = n % 2 == 0 ? RAY : x;
    for (n /= 2; n > 0; n /= 2) {
        x = (x * x + RAY / 2) / RAY;
        if (n % 2 != 0) z = (z * x + RAY / 2) / RAY;
    }
}

function ceilDiv(uint256 a, uint256 b) pure returns (uint256) {
    return a == 0 ? 0 : (a - 1) / b + 1;
}
