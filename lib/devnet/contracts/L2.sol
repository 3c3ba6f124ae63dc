// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Staged} from './Staged.sol';
import {Token} from './Token.sol';
import {RAY, rpow} from './Accrual.sol';

/// The savings rate as bridged from Ethereum; between two messages it runs on by itself, exactly.
contract SsrAuthOracle is Staged {
    struct SUSDSData {
        uint96 ssr;
        uint120 chi;
        uint40 rho;
    }

    SUSDSData private _data;
    uint256 public maxSSR;
    bytes32 public constant DATA_PROVIDER_ROLE = keccak256('DATA_PROVIDER_ROLE');

    event SetSUSDSData(SUSDSData nextData);

    function setSUSDSData(SUSDSData calldata next) external staged {
        _data = next;
        emit SetSUSDSData(next);
    }

    function getSUSDSData() external view returns (SUSDSData memory) {
        return _data;
    }

    function getSSR() external view returns (uint256) {
        return _data.ssr;
    }

    function getChi() external view returns (uint256) {
        return _data.chi;
    }

    function getRho() external view returns (uint256) {
        return _data.rho;
    }

    function getAPR() external view returns (uint256) {
        return (_data.ssr - RAY) * 365 days;
    }

    function getConversionRate() external view returns (uint256) {
        return getConversionRate(block.timestamp);
    }

    function getConversionRate(uint256 timestamp) public view returns (uint256) {
        (uint256 ssr, uint256 chi, uint256 rho) = (_data.ssr, _data.chi, _data.rho);
        if (timestamp == rho) return chi;
        require(timestamp >= rho, 'SSROracleBase/invalid-timestamp');
        return rpow(ssr, timestamp - rho) * chi / RAY;
    }

    function getConversionRateBinomialApprox() external view returns (uint256) {
        return getConversionRateBinomialApprox(block.timestamp);
    }

    function getConversionRateBinomialApprox(uint256 timestamp) public view returns (uint256) {
        uint256 rho = _data.rho;
        require(timestamp >= rho, 'SSROracleBase/invalid-timestamp');
        uint256 duration = timestamp - rho;
        uint256 rate = _data.ssr - RAY;
        uint256 powerTwo = rate * rate / RAY;
        uint256 minusOne = duration == 0 ? 0 : duration - 1;
        uint256 minusTwo = duration > 2 ? duration - 2 : 0;
        uint256 second = duration * minusOne * powerTwo / 2;
        uint256 third = duration * minusOne * minusTwo * (powerTwo * rate / RAY) / 6;
        return _data.chi * (RAY + rate * duration + second + third) / RAY;
    }

    function getConversionRateLinearApprox() external view returns (uint256) {
        return _data.chi * (RAY + (_data.ssr - RAY) * (block.timestamp - _data.rho)) / RAY;
    }
}

/// The same rate for Balancer (wad) and in Chainlink's shape (27 decimals).
contract SsrRateAdapter is Staged {
    SsrAuthOracle public ssrOracle;
    uint8 public constant decimals = 27;
    string public constant description = 'sUSDS / USDS';

    function setUp(SsrAuthOracle oracle) external staged {
        ssrOracle = oracle;
    }

    function getRate() external view returns (uint256) {
        return ssrOracle.getConversionRateBinomialApprox() / 1e9;
    }

    function latestAnswer() public view returns (int256) {
        return int256(ssrOracle.getConversionRate());
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (0, latestAnswer(), block.timestamp, block.timestamp, 0);
    }
}

/// Spark's PSM3: USDC (in its pocket), USDS and sUSDS at one price; shares of the whole.
contract Psm3 is Staged {
    address public usdc;
    address public usds;
    address public susds;
    address public rateProvider;
    address public pocket;
    address public owner;
    uint256 public totalShares;
    mapping(address => uint256) public shares;

    event PocketSet(address indexed oldPocket, address indexed newPocket, uint256 amountTransferred);
    event Deposit(address indexed asset, address indexed user, address indexed receiver, uint256 assetsDeposited, uint256 sharesMinted);

    function open(address usdc_, address usds_, address susds_, address rateProvider_, address pocket_, address owner_) external staged {
        (usdc, usds, susds, rateProvider, pocket, owner) = (usdc_, usds_, susds_, rateProvider_, pocket_, owner_);
        emit PocketSet(address(this), pocket_, 0);
    }

    function setShares(address user, uint256 amount) external staged {
        totalShares = totalShares - shares[user] + amount;
        shares[user] = amount;
        emit Deposit(usdc, user, user, convertToAssetValue(amount), amount);
    }

    function totalAssets() public view returns (uint256) {
        return Token(usdc).balanceOf(pocket) * 1e12 + Token(usds).balanceOf(address(this)) + _susdsValue(Token(susds).balanceOf(address(this)));
    }

    function convertToAssetValue(uint256 numShares) public view returns (uint256) {
        return totalShares == 0 ? numShares : numShares * totalAssets() / totalShares;
    }

    function convertToShares(uint256 value) external view returns (uint256) {
        uint256 assets = totalAssets();
        return assets == 0 ? value : value * totalShares / assets;
    }

    function convertToAssets(address asset, uint256 numShares) external view returns (uint256) {
        return _fromValue(asset, convertToAssetValue(numShares));
    }

    function previewSwapExactIn(address assetIn, address assetOut, uint256 amountIn) external view returns (uint256) {
        require(assetIn != assetOut, 'PSM3/invalid-asset');
        uint256 value = assetIn == usdc ? amountIn * 1e12 : assetIn == usds ? amountIn : _susdsValue(amountIn);
        return _fromValue(assetOut, value);
    }

    function _fromValue(address asset, uint256 value) private view returns (uint256) {
        if (asset == usdc) return value / 1e12;
        if (asset == usds) return value;
        require(asset == susds, 'PSM3/invalid-asset');
        return value * RAY / SsrAuthOracle(rateProvider).getConversionRate();
    }

    function _susdsValue(uint256 amount) private view returns (uint256) {
        return amount * SsrAuthOracle(rateProvider).getConversionRate() / 1e9 / 1e18;
    }
}

/// Arbitrum's own block number, which the EVM's is not there.
contract ArbSys {
    function arbBlockNumber() external view returns (uint256) {
        return block.number;
    }

    function arbChainID() external view returns (uint256) {
        return block.chainid;
    }
}
