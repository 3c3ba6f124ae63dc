// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Actor, Staged} from './Staged.sol';
import {Token} from './Token.sol';
import {Roles} from './SparkVaults.sol';

/// Holds the liquidity layer's funds on a chain; controllers call through it.
contract AlmProxy is Actor, Roles {
    bytes32 public constant CONTROLLER = keccak256('CONTROLLER');
}

contract RateLimits is Roles {
    struct RateLimitData {
        uint256 maxAmount;
        uint256 slope;
        uint256 lastAmount;
        uint256 lastUpdated;
    }

    bytes32 public constant CONTROLLER = keccak256('CONTROLLER');
    mapping(bytes32 => RateLimitData) private _data;

    event RateLimitDataSet(bytes32 indexed key, uint256 maxAmount, uint256 slope, uint256 lastAmount, uint256 lastUpdated);
    event RateLimitDecreaseTriggered(bytes32 indexed key, uint256 amountToDecrease, uint256 oldRateLimit, uint256 newRateLimit);

    function setRateLimitData(bytes32 key, uint256 maxAmount, uint256 slope) external staged {
        _data[key] = RateLimitData(maxAmount, slope, maxAmount, block.timestamp);
        emit RateLimitDataSet(key, maxAmount, slope, maxAmount, block.timestamp);
    }

    /// Uses up a share of what is left, in percent.
    function spend(bytes32 key, uint256 percent) external staged {
        uint256 current = getCurrentRateLimit(key);
        uint256 amount = current * percent / 100;
        (_data[key].lastAmount, _data[key].lastUpdated) = (current - amount, block.timestamp);
        emit RateLimitDecreaseTriggered(key, amount, current, current - amount);
    }

    function getRateLimitData(bytes32 key) external view returns (RateLimitData memory) {
        return _data[key];
    }

    function getCurrentRateLimit(bytes32 key) public view returns (uint256) {
        RateLimitData memory d = _data[key];
        if (d.maxAmount == type(uint256).max) return type(uint256).max;
        uint256 refilled = d.slope * (block.timestamp - d.lastUpdated) + d.lastAmount;
        return refilled < d.maxAmount ? refilled : d.maxAmount;
    }
}

/// The controllers' reads: who may act, and what lies with an exchange desk.
contract AlmController is Roles {
    struct Otc {
        address buffer;
        uint256 rechargeRate18;
        uint256 sent18;
        uint256 sentTimestamp;
        uint256 claimed18;
    }

    bytes32 public constant FREEZER = keccak256('FREEZER');
    bytes32 public constant RELAYER = keccak256('RELAYER');
    address public proxy;
    address public rateLimits;
    mapping(address => Otc) public otcs;
    mapping(address => uint256) public maxSlippages;

    event OTCSwapSent(address indexed exchange, address indexed buffer, address indexed tokenSent, uint256 amountSent, uint256 amountSent18);

    function open(address proxy_, address rateLimits_) external staged {
        (proxy, rateLimits) = (proxy_, rateLimits_);
    }

    function setOtc(address exchange, address buffer, uint256 rechargeRate18) external staged {
        (otcs[exchange].buffer, otcs[exchange].rechargeRate18) = (buffer, rechargeRate18);
    }

    function sendOtc(address exchange, address token, uint256 amount, uint256 amount18, uint256 claimed18) external staged {
        Otc storage otc = otcs[exchange];
        (otc.sent18, otc.sentTimestamp, otc.claimed18) = (amount18, block.timestamp, claimed18);
        emit OTCSwapSent(exchange, otc.buffer, token, amount, amount18);
    }

    function setMaxSlippage(address pool, uint256 slippage) external staged {
        maxSlippages[pool] = slippage;
    }

    function getOtcClaimWithRecharge(address exchange) public view returns (uint256) {
        Otc memory otc = otcs[exchange];
        if (otc.sentTimestamp == 0) return 0;
        return otc.claimed18 + (block.timestamp - otc.sentTimestamp) * otc.rechargeRate18;
    }

    function isOtcSwapReady(address exchange) external view returns (bool) {
        uint256 slippage = maxSlippages[exchange];
        return slippage != 0 && getOtcClaimWithRecharge(exchange) >= otcs[exchange].sent18 * slippage / 1e18;
    }
}

/// Sky's ledger, as far as it is read: ilks and urns.
contract Vat is Staged {
    struct Ilk {
        uint256 Art;
        uint256 rate;
        uint256 spot;
        uint256 line;
        uint256 dust;
    }

    struct Urn {
        uint256 ink;
        uint256 art;
    }

    mapping(bytes32 => Ilk) public ilks;
    mapping(bytes32 => mapping(address => Urn)) public urns;
    uint256 public constant live = 1;

    function set(bytes32 ilk, address urn, uint256 ink, uint256 art, uint256 line) external staged {
        ilks[ilk] = Ilk(art, 1e27, 1e27, line, 0);
        urns[ilk][urn] = Urn(ink, art);
    }
}

contract Jug is Staged {
    struct Ilk {
        uint256 duty;
        uint256 rho;
    }

    mapping(bytes32 => Ilk) public ilks;
    uint256 public constant base = 0;

    function set(bytes32 ilk, uint256 duty) external staged {
        ilks[ilk] = Ilk(duty, block.timestamp);
    }
}

contract AutoLine is Staged {
    struct Ilk {
        uint256 line;
        uint256 gap;
        uint48 ttl;
        uint48 last;
        uint48 lastInc;
    }

    mapping(bytes32 => Ilk) public ilks;

    function set(bytes32 ilk, uint256 line, uint256 gap, uint48 ttl) external staged {
        ilks[ilk] = Ilk(line, gap, ttl, uint48(block.number), uint48(block.timestamp));
    }
}

contract AllocatorVault is Staged {
    bytes32 public ilk;
    address public buffer;
    address public vat;
    address public jug;

    function open(bytes32 ilk_, address buffer_, address vat_, address jug_) external staged {
        (ilk, buffer, vat, jug) = (ilk_, buffer_, vat_, jug_);
    }
}

contract LitePsm is Staged {
    address public gem;
    address public pocket;
    uint256 public tin;
    uint256 public tout;
    uint256 public constant to18ConversionFactor = 1e12;
    uint256 public constant HALTED = type(uint256).max;

    event File(bytes32 indexed what, uint256 data);

    function open(address gem_, address pocket_) external staged {
        (gem, pocket) = (gem_, pocket_);
    }

    function file(bytes32 what, uint256 data) external staged {
        require(data == HALTED || data <= 1e18, 'DssLitePsm/out-of-range');
        if (what == 'tin') tin = data;
        else if (what == 'tout') tout = data;
        else revert('DssLitePsm/file-unrecognized-param');
        emit File(what, data);
    }
}

/// A direct deposit module's pool: an account that supplies freshly minted DAI to SparkLend.
contract D3mPool is Actor {
    address public hub;
    bytes32 public ilk;
    address public dai;
    address public adai;

    function open(address hub_, bytes32 ilk_, address dai_, address adai_) external staged {
        (hub, ilk, dai, adai) = (hub_, ilk_, dai_, adai_);
    }

    function redeemable() external view returns (address) {
        return adai;
    }

    function assetBalance() public view returns (uint256) {
        return Token(adai).balanceOf(address(this));
    }

    function maxWithdraw() external view returns (uint256) {
        uint256 idle = Token(dai).balanceOf(adai);
        uint256 assets = assetBalance();
        return assets < idle ? assets : idle;
    }
}

contract D3mHub is Staged {
    struct Ilk {
        address pool;
        address plan;
        uint256 tau;
        uint256 culled;
        uint256 tic;
    }

    mapping(bytes32 => Ilk) public ilks;

    function set(bytes32 ilk, address pool, address plan, uint256 tau) external staged {
        ilks[ilk] = Ilk(pool, plan, tau, 0, 0);
    }
}

/// Uniswap v4's position manager and state view: no position is held here.
contract UniswapV4 {
    function balanceOf(address) external pure returns (uint256) {
        return 0;
    }

    function nextTokenId() external pure returns (uint256) {
        return 1;
    }

    function getSlot0(bytes32) external pure returns (uint160, int24, uint24, uint24) {
        return (2 ** 96, 0, 0, 100);
    }

    function getLiquidity(bytes32) external pure returns (uint128) {
        return 0;
    }
}
