// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

interface IRateSource {
    function getAPR() external view returns (uint256);
    function decimals() external view returns (uint8);
}

interface IBalance {
    function balanceOf(address) external view returns (uint256);
}

/// Aave's two-slope curve, variable rate only, over parameters that follow a rate source as it moves.
abstract contract RateTargetStrategy {
    struct Params {
        uint256 unbacked;
        uint256 liquidityAdded;
        uint256 liquidityTaken;
        uint256 totalStableDebt;
        uint256 totalVariableDebt;
        uint256 averageStableBorrowRate;
        uint256 reserveFactor;
        address reserve;
        address aToken;
    }

    uint256 private constant RAY = 1e27;

    address public immutable ADDRESSES_PROVIDER;
    IRateSource public immutable RATE_SOURCE;
    uint256 public immutable OPTIMAL_USAGE_RATIO;
    uint256 public immutable MAX_EXCESS_USAGE_RATIO;
    uint256 internal immutable _slope2;

    constructor(address provider, IRateSource source, uint256 optimal, uint256 slope2) {
        (ADDRESSES_PROVIDER, RATE_SOURCE, OPTIMAL_USAGE_RATIO, _slope2) = (provider, source, optimal, slope2);
        MAX_EXCESS_USAGE_RATIO = RAY - optimal;
    }

    function getBaseVariableBorrowRate() public view virtual returns (uint256);

    function getVariableRateSlope1() public view virtual returns (uint256);

    function getVariableRateSlope2() public view returns (uint256) {
        return _slope2;
    }

    function getMaxVariableBorrowRate() external view returns (uint256) {
        return getBaseVariableBorrowRate() + getVariableRateSlope1() + _slope2;
    }

    function getBaseStableBorrowRate() external pure returns (uint256) {
        return 0;
    }

    function getStableRateSlope1() external pure returns (uint256) {
        return 0;
    }

    function getStableRateSlope2() external pure returns (uint256) {
        return 0;
    }

    function calculateInterestRates(Params calldata p) external view returns (uint256 liquidityRate, uint256 stableRate, uint256 variableRate) {
        variableRate = getBaseVariableBorrowRate();
        uint256 debt = p.totalStableDebt + p.totalVariableDebt;
        if (debt == 0) return (0, 0, variableRate);
        uint256 cash = IBalance(p.reserve).balanceOf(p.aToken) + p.liquidityAdded - p.liquidityTaken;
        uint256 usage = _rayDiv(debt, cash + debt);
        uint256 supplyUsage = _rayDiv(debt, cash + debt + p.unbacked);
        if (usage > OPTIMAL_USAGE_RATIO) {
            uint256 excess = _rayDiv(usage - OPTIMAL_USAGE_RATIO, MAX_EXCESS_USAGE_RATIO);
            variableRate += getVariableRateSlope1() + _rayMul(_slope2, excess);
        } else {
            variableRate += _rayDiv(_rayMul(getVariableRateSlope1(), usage), OPTIMAL_USAGE_RATIO);
        }
        liquidityRate = (_rayMul(variableRate, supplyUsage) * (10000 - p.reserveFactor) + 5000) / 10000;
    }

    function _target() internal view returns (int256) {
        return int256(RATE_SOURCE.getAPR() * 10 ** (27 - RATE_SOURCE.decimals()));
    }

    function _rayMul(uint256 a, uint256 b) private pure returns (uint256) {
        return (a * b + RAY / 2) / RAY;
    }

    function _rayDiv(uint256 a, uint256 b) private pure returns (uint256) {
        return (a * RAY + b / 2) / b;
    }
}

/// The rate at the kink is source + spread.
contract RateTargetKinkInterestRateStrategy is RateTargetStrategy {
    uint256 private immutable _base;
    int256 private immutable _spread;

    constructor(address provider, IRateSource source, uint256 optimal, uint256 base, int256 spread, uint256 slope2)
        RateTargetStrategy(provider, source, optimal, slope2)
    {
        (_base, _spread) = (base, spread);
    }

    function getVariableRateSlope1Spread() external view returns (int256) {
        return _spread;
    }

    function getBaseVariableBorrowRate() public view override returns (uint256) {
        return _base;
    }

    function getVariableRateSlope1() public view override returns (uint256) {
        int256 slope = _target() + _spread - int256(_base);
        return slope > 0 ? uint256(slope) : 0;
    }
}

/// The rate at zero use is source + spread.
contract RateTargetBaseInterestRateStrategy is RateTargetStrategy {
    uint256 private immutable _slope1;
    uint256 private immutable _spread;

    constructor(address provider, IRateSource source, uint256 optimal, uint256 spread, uint256 slope1, uint256 slope2)
        RateTargetStrategy(provider, source, optimal, slope2)
    {
        (_slope1, _spread) = (slope1, spread);
    }

    function getBaseVariableBorrowRateSpread() external view returns (uint256) {
        return _spread;
    }

    function getBaseVariableBorrowRate() public view override returns (uint256) {
        return uint256(_target()) + _spread;
    }

    function getVariableRateSlope1() public view override returns (uint256) {
        return _slope1;
    }
}
