// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Staged} from './Staged.sol';
import {Token} from './Token.sol';
import {Indexed} from './Savings.sol';
import {RAY, rpow} from './Accrual.sol';

/// An ERC-4626 vault whose shares grow by a rate a second. chi is assets per share, both in their smallest unit, in ray.
contract YieldVault is Indexed {
    address public asset;
    uint256 public rate;
    uint256 public chi;
    uint256 public rho;

    function open(address asset_, uint256 rate_, uint256 chi_, uint256 rho_) external staged {
        (asset, rate, chi, rho) = (asset_, rate_, chi_, rho_);
    }

    function _index() internal view override returns (uint256) {
        return block.timestamp > rho ? rpow(rate, block.timestamp - rho) * chi / RAY : chi;
    }

    function maxWithdraw(address owner) external view returns (uint256) {
        return convertToAssets(balanceOf[owner]);
    }
}

/// MetaMorpho: with the markets it lends to.
contract MetaMorpho is YieldVault {
    bytes32[] public withdrawQueue;

    function enqueue(bytes32 id) external staged {
        withdrawQueue.push(id);
    }

    function withdrawQueueLength() external view returns (uint256) {
        return withdrawQueue.length;
    }
}

contract Morpho is Staged {
    struct Market {
        uint128 totalSupplyAssets;
        uint128 totalSupplyShares;
        uint128 totalBorrowAssets;
        uint128 totalBorrowShares;
        uint128 lastUpdate;
        uint128 fee;
    }

    mapping(bytes32 => Market) public market;

    function set(bytes32 id, uint128 supplied, uint128 borrowed) external staged {
        market[id] = Market(supplied, supplied * 1e6, borrowed, borrowed * 1e6, uint128(block.timestamp), 0);
    }
}

/// Ethena's sUSDe: what cools down has left the balance.
contract StakedUsde is YieldVault {
    struct Cooldown {
        uint104 cooldownEnd;
        uint152 underlyingAmount;
    }

    mapping(address => Cooldown) public cooldowns;
    uint24 public constant cooldownDuration = 7 days;

    function setCooldown(address owner, uint152 amount) external staged {
        cooldowns[owner] = Cooldown(uint104(block.timestamp + cooldownDuration), amount);
    }
}

/// Maple's pool: what a holder would get is less its unrealised losses; queued shares lie with the withdrawal manager.
contract MaplePool is YieldVault {
    address public manager;
    uint256 public unrealizedLosses;

    function join(address manager_, uint256 losses) external staged {
        (manager, unrealizedLosses) = (manager_, losses);
    }

    function convertToExitAssets(uint256 shares) public view returns (uint256) {
        if (totalSupply == 0) return 0;
        return shares * (totalSupply * _index() / RAY - unrealizedLosses) / totalSupply;
    }
}

contract MaplePoolManager is Staged {
    address public withdrawalManager;

    function setUp(address queue) external staged {
        withdrawalManager = queue;
    }
}

contract MapleWithdrawalManager is Staged {
    mapping(address => uint256) public userEscrowedShares;
    /// Shares of processed requests whose owner redeems by hand: nobody does.
    mapping(address => uint256) public lockedShares;
    uint256 public totalShares;

    function queue(MaplePool pool, address owner, uint256 shares) external staged {
        totalShares = totalShares - userEscrowedShares[owner] + shares;
        userEscrowedShares[owner] = shares;
        require(pool.balanceOf(address(this)) >= totalShares, 'WM/shares-missing');
    }
}

/// A rebasing deposit of another Aave market.
contract LendingToken is Staged {
    string public name;
    string public symbol;
    uint8 public decimals;
    address public UNDERLYING_ASSET_ADDRESS;
    address public constant POOL = 0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2;
    mapping(address => uint256) public scaledBalanceOf;
    uint256 public scaledTotalSupply;
    uint256 private _chi;
    uint256 private _rho;
    uint256 private _rate;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function setUp(string calldata name_, string calldata symbol_, uint8 decimals_) external staged {
        (name, symbol, decimals) = (name_, symbol_, decimals_);
    }

    function open(address underlying, uint256 ratePerSecond, uint256 chi, uint256 rho) external staged {
        (UNDERLYING_ASSET_ADDRESS, _rate, _chi, _rho) = (underlying, ratePerSecond, chi, rho);
    }

    function _index() private view returns (uint256) {
        return block.timestamp > _rho ? rpow(_rate, block.timestamp - _rho) * _chi / RAY : _chi;
    }

    function balanceOf(address owner) external view returns (uint256) {
        return (scaledBalanceOf[owner] * _index() + RAY / 2) / RAY;
    }

    function totalSupply() external view returns (uint256) {
        return (scaledTotalSupply * _index() + RAY / 2) / RAY;
    }

    function assign(address holder, uint256 balance) external staged {
        uint256 scaled = (balance * RAY + _index() / 2) / _index();
        scaledTotalSupply = scaledTotalSupply - scaledBalanceOf[holder] + scaled;
        scaledBalanceOf[holder] = scaled;
        emit Transfer(address(0), holder, balance);
    }
}

/// Curve's StableSwap-NG, as far as it is read: an LP token over what the pool holds.
contract CurvePool is Token {
    address[] public coins;
    uint256[] private _balances;
    uint256[] private _rates;

    function open(address[] calldata coins_, uint256[] calldata rates) external staged {
        (coins, _rates) = (coins_, rates);
        _balances = new uint256[](coins_.length);
    }

    /// Adds liquidity so that the pool holds these amounts and the holders' LP tokens stand at these balances.
    function fill(uint256[] calldata amounts) external staged {
        _balances = amounts;
        for (uint256 i; i < coins.length; i++) Token(coins[i]).assign(address(this), amounts[i]);
    }

    function setRates(uint256[] calldata rates) external staged {
        _rates = rates;
    }

    function balances(uint256 i) external view returns (uint256) {
        return _balances[i];
    }

    function stored_rates() external view returns (uint256[] memory) {
        return _rates;
    }

    function N_COINS() external view returns (uint256) {
        return coins.length;
    }

    function get_virtual_price() external view returns (uint256) {
        uint256 value;
        for (uint256 i; i < _balances.length; i++) value += _balances[i] * _rates[i] / 1e18;
        return totalSupply == 0 ? 1e18 : value * 1e18 / totalSupply;
    }
}

/// Lido's withdrawal queue.
contract WithdrawQueue is Staged {
    struct WithdrawalRequestStatus {
        uint256 amountOfStETH;
        uint256 amountOfShares;
        address owner;
        uint256 timestamp;
        bool isFinalized;
        bool isClaimed;
    }

    WithdrawalRequestStatus[] private _requests;

    function request(address owner, uint256 amount, uint256 shares) external staged {
        _requests.push(WithdrawalRequestStatus(amount, shares, owner, block.timestamp, false, false));
    }

    function getWithdrawalRequests(address owner) external view returns (uint256[] memory ids) {
        uint256 count;
        for (uint256 i; i < _requests.length; i++) if (_requests[i].owner == owner && !_requests[i].isClaimed) count++;
        ids = new uint256[](count);
        for (uint256 i = _requests.length; i > 0; i--) {
            if (_requests[i - 1].owner == owner && !_requests[i - 1].isClaimed) ids[--count] = i;
        }
    }

    function getWithdrawalStatus(uint256[] calldata ids) external view returns (WithdrawalRequestStatus[] memory statuses) {
        statuses = new WithdrawalRequestStatus[](ids.length);
        for (uint256 i; i < ids.length; i++) statuses[i] = _requests[ids[i] - 1];
    }
}
