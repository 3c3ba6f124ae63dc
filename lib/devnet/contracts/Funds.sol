// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Staged} from './Staged.sol';
import {Token} from './Token.sol';

/// Superstate's fund tokens.
contract SuperstateToken is Token {
    address public superstateOracle;
    bool public paused;
    bool public accountingPaused;
    uint256 public constant maximumOracleDelay = 93600;

    function setOracle(address oracle) external staged {
        superstateOracle = oracle;
    }

    /// The supply that is worth this many dollars (6 decimals), all of it with one holder.
    function assignWorth(address holder, uint256 usd) external staged {
        (, int256 nav,,,) = SuperstateOracle(superstateOracle).latestRoundData();
        // round up: the worth, rounded down by whoever multiplies, is then not a cent short
        _assign(holder, (usd * 1e6 + uint256(nav) - 1) / uint256(nav));
    }
}

/// Superstate's continuous NAV: drawn on in a straight line through the last two checkpoints.
contract SuperstateOracle is Staged {
    struct NavsCheckpoint {
        uint64 timestamp;
        uint64 effectiveAt;
        uint128 navs;
    }

    error CantGeneratePrice();
    error StaleCheckpoint();
    error NotImplemented();

    NavsCheckpoint[] public checkpoints;
    uint8 public constant decimals = 6;
    uint256 public constant CHECKPOINT_EXPIRATION_PERIOD = 5 days;
    uint256 public constant maximumAcceptablePriceDelta = 1_000_000;
    string public constant description = 'Realtime USTB Net Asset Value per Share (NAV/S) Oracle';

    event NewCheckpoint(uint64 timestamp, uint64 effectiveAt, uint128 navs);

    function addCheckpoint(uint64 timestamp, uint64 effectiveAt, uint128 navs) external staged {
        checkpoints.push(NavsCheckpoint(timestamp, effectiveAt, navs));
        emit NewCheckpoint(timestamp, effectiveAt, navs);
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        uint256 last = checkpoints.length;
        while (last > 0 && checkpoints[last - 1].effectiveAt > block.timestamp) last--;
        if (last < 2) revert CantGeneratePrice();
        NavsCheckpoint memory earlier = checkpoints[last - 2];
        NavsCheckpoint memory later = checkpoints[last - 1];
        if (block.timestamp > later.effectiveAt + CHECKPOINT_EXPIRATION_PERIOD) revert StaleCheckpoint();
        uint256 since = block.timestamp - later.timestamp;
        uint256 span = later.timestamp - earlier.timestamp;
        uint256 nav = later.navs >= earlier.navs
            ? later.navs + (later.navs - earlier.navs) * since / span
            : later.navs - (earlier.navs - later.navs) * since / span;
        return (uint80(last - 1), int256(nav), block.timestamp, block.timestamp, uint80(last - 1));
    }

    function getRoundData(uint80) external pure {
        revert NotImplemented();
    }
}

/// Centrifuge's share token: knows the vault of an asset.
contract CentrifugeShare is Token {
    mapping(address => address) public vault;

    function setVault(address asset, address vault_) external staged {
        vault[asset] = vault_;
    }

    function assignWorth(address holder, CentrifugeVault at, uint256 usd) external staged {
        uint256 price = at.pricePerShare();
        _assign(holder, (usd * 1e6 + price - 1) / price);
    }
}

/// ERC-7540: requests wait for the issuer. requestId is always 0.
contract CentrifugeVault is Staged {
    struct Requests {
        uint256 pendingDeposit;
        uint256 pendingRedeem;
        uint256 maxMint;
        uint256 maxWithdraw;
    }

    address public share;
    address public asset;
    uint256 public pricePerShare;
    uint64 public priceLastUpdated;
    mapping(address => Requests) private _requests;

    event PriceUpdate(uint256 price, uint64 computedAt);

    function open(address share_, address asset_) external staged {
        (share, asset) = (share_, asset_);
    }

    function setPrice(uint256 price) external staged {
        (pricePerShare, priceLastUpdated) = (price, uint64(block.timestamp));
        emit PriceUpdate(price, uint64(block.timestamp));
    }

    function setRequests(address controller, uint256 deposit, uint256 redeem, uint256 mintable, uint256 withdrawable) external staged {
        _requests[controller] = Requests(deposit, redeem, mintable, withdrawable);
    }

    function totalAssets() external view returns (uint256) {
        return convertToAssets(Token(share).totalSupply());
    }

    function convertToAssets(uint256 shares) public view returns (uint256) {
        return shares * pricePerShare / 1e6;
    }

    function convertToShares(uint256 assets) external view returns (uint256) {
        return assets * 1e6 / pricePerShare;
    }

    function pendingDepositRequest(uint256, address controller) external view returns (uint256) {
        return _requests[controller].pendingDeposit;
    }

    function claimableDepositRequest(uint256, address controller) external view returns (uint256) {
        return convertToAssets(_requests[controller].maxMint);
    }

    function pendingRedeemRequest(uint256, address controller) external view returns (uint256) {
        return _requests[controller].pendingRedeem;
    }

    function claimableRedeemRequest(uint256, address controller) external view returns (uint256) {
        return pricePerShare == 0 ? 0 : _requests[controller].maxWithdraw * 1e6 / pricePerShare;
    }

    function maxMint(address controller) external view returns (uint256) {
        return _requests[controller].maxMint;
    }

    function maxWithdraw(address controller) external view returns (uint256) {
        return _requests[controller].maxWithdraw;
    }

    function pendingCancelDepositRequest(uint256, address) external pure returns (bool) {
        return false;
    }

    function pendingCancelRedeemRequest(uint256, address) external pure returns (bool) {
        return false;
    }

    function claimableCancelDepositRequest(uint256, address) external pure returns (uint256) {
        return 0;
    }

    function claimableCancelRedeemRequest(uint256, address) external pure returns (uint256) {
        return 0;
    }

    /// Keeps its requests itself.
    function manager() external view returns (address) {
        return address(this);
    }

    function investments(address, address controller)
        external
        view
        returns (uint128, uint128, uint256, uint256, uint128, uint128, uint128, uint128, bool, bool)
    {
        Requests memory r = _requests[controller];
        return (
            uint128(r.maxMint),
            uint128(r.maxWithdraw),
            pricePerShare,
            pricePerShare,
            uint128(r.pendingDeposit),
            uint128(r.pendingRedeem),
            0,
            0,
            false,
            false
        );
    }
}

/// Ondo's price oracles, wad.
contract OndoOracle is Staged {
    uint256 public getPrice;

    function set(uint256 price) external staged {
        getPrice = price;
    }

    function getPriceData() external view returns (uint256, uint256) {
        return (getPrice, block.timestamp);
    }

    function getAssetPrice(address) external view returns (uint256) {
        return getPrice;
    }
}
