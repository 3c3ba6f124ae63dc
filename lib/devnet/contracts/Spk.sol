// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Staged} from './Staged.sol';
import {Token} from './Token.sol';

/// SPK. A ward could mint without a cap.
contract SpkToken is Token {
    mapping(address => uint256) public wards;

    function rely(address usr) external staged {
        wards[usr] = 1;
    }

    /// Moves tokens between an account and a counterpart until the account has this balance. The supply stays.
    function settle(address account, address counterpart, uint256 balance) external staged {
        uint256 held = balanceOf[account];
        if (held < balance) _move(counterpart, account, balance - held);
        else if (held > balance) _move(account, counterpart, held - balance);
    }
}

/// Maker's DssVestTransferrable: pays out of czar's balance and allowance.
contract DssVest is Staged {
    struct Award {
        address usr;
        uint48 bgn;
        uint48 clf;
        uint48 fin;
        address mgr;
        uint8 res;
        uint128 tot;
        uint128 rxd;
    }

    address public czar;
    address public gem;
    uint256 public cap;
    uint256 public ids;
    mapping(uint256 => Award) public awards;
    mapping(address => uint256) public wards;

    event Init(uint256 indexed id, address indexed usr);
    event Vest(uint256 indexed id, uint256 amt);
    event Yank(uint256 indexed id, uint256 end);

    function open(address czar_, address gem_, uint256 cap_, address ward) external staged {
        (czar, gem, cap) = (czar_, gem_, cap_);
        wards[ward] = 1;
    }

    /// `rxd` is what was paid before the network's first block.
    function create(Award calldata award) external staged {
        awards[++ids] = award;
        emit Init(ids, award.usr);
    }

    function vest(uint256 id) external returns (uint256 amt) {
        Award storage a = awards[id];
        require(a.usr != address(0), 'DssVest/invalid-award');
        amt = unpaid(id);
        a.rxd += uint128(amt);
        if (amt > 0) Token(gem).transferFrom(czar, a.usr, amt);
        emit Vest(id, amt);
    }

    function yank(uint256 id) external staged {
        Award storage a = awards[id];
        uint256 end = block.timestamp;
        if (end >= a.fin) return;
        uint256 vested = end < a.clf ? a.rxd : accrued(id);
        (a.fin, a.tot) = (uint48(end), uint128(vested));
        if (end < a.clf) a.clf = uint48(end);
        emit Yank(id, end);
    }

    function accrued(uint256 id) public view returns (uint256) {
        Award memory a = awards[id];
        require(a.usr != address(0), 'DssVest/invalid-award');
        if (block.timestamp < a.bgn) return 0;
        if (block.timestamp >= a.fin) return a.tot;
        return uint256(a.tot) * (block.timestamp - a.bgn) / (a.fin - a.bgn);
    }

    function unpaid(uint256 id) public view returns (uint256) {
        Award memory a = awards[id];
        require(a.usr != address(0), 'DssVest/invalid-award');
        return block.timestamp < a.clf ? 0 : accrued(id) - a.rxd;
    }

    function valid(uint256 id) external view returns (bool) {
        return awards[id].rxd < awards[id].tot;
    }
}

/// Pays what has vested to a farm and starts it dripping.
contract VestedRewardsDistribution is Staged {
    DssVest public dssVest;
    StakingRewards public stakingRewards;
    address public gem;
    uint256 public vestId;
    uint256 public lastDistributedAt;

    event Distribute(uint256 amount);

    function open(DssVest vest, StakingRewards farm, address gem_, uint256 id, uint256 last) external staged {
        (dssVest, stakingRewards, gem, vestId, lastDistributedAt) = (vest, farm, gem_, id, last);
    }

    /// The award to draw on from now on.
    function file(bytes32 what, uint256 data) external staged {
        require(what == 'vestId', 'VestedRewardsDistribution/file-unrecognized-param');
        (address usr,,,,,,,) = dssVest.awards(data);
        require(usr == address(this), 'VestedRewardsDistribution/invalid-vest-res');
        vestId = data;
    }

    function distribute() external returns (uint256 amount) {
        amount = dssVest.vest(vestId);
        lastDistributedAt = block.timestamp;
        Token(gem).transfer(address(stakingRewards), amount);
        stakingRewards.notifyRewardAmount(amount);
        emit Distribute(amount);
    }
}

/// Synthetix' StakingRewards, seven days a period. rewardRate stays after periodFinish.
contract StakingRewards is Staged {
    Token public stakingToken;
    Token public rewardsToken;
    address public rewardsDistribution;
    bool public paused;
    uint256 public constant rewardsDuration = 7 days;
    uint256 public periodFinish;
    uint256 public rewardRate;
    uint256 public lastUpdateTime;
    uint256 public rewardPerTokenStored;
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => uint256) public userRewardPerTokenPaid;
    mapping(address => uint256) public rewards;

    event RewardAdded(uint256 reward);
    event Staked(address indexed user, uint256 amount);
    event Withdrawn(address indexed user, uint256 amount);
    event RewardPaid(address indexed user, uint256 reward);

    function open(Token staking, Token reward, address distribution) external staged {
        (stakingToken, rewardsToken, rewardsDistribution) = (staking, reward, distribution);
    }

    /// A farm that began before the network's first block.
    function restore(uint256 rate, uint256 finish) external staged {
        (rewardRate, periodFinish, lastUpdateTime) = (rate, finish, block.timestamp);
    }

    function lastTimeRewardApplicable() public view returns (uint256) {
        return block.timestamp < periodFinish ? block.timestamp : periodFinish;
    }

    function rewardPerToken() public view returns (uint256) {
        if (totalSupply == 0 || lastTimeRewardApplicable() <= lastUpdateTime) return rewardPerTokenStored;
        return rewardPerTokenStored + (lastTimeRewardApplicable() - lastUpdateTime) * rewardRate * 1e18 / totalSupply;
    }

    function earned(address account) public view returns (uint256) {
        return balanceOf[account] * (rewardPerToken() - userRewardPerTokenPaid[account]) / 1e18 + rewards[account];
    }

    function getRewardForDuration() external view returns (uint256) {
        return rewardRate * rewardsDuration;
    }

    function _update(address account) private {
        rewardPerTokenStored = rewardPerToken();
        lastUpdateTime = lastTimeRewardApplicable();
        if (account == address(0)) return;
        rewards[account] = earned(account);
        userRewardPerTokenPaid[account] = rewardPerTokenStored;
    }

    /// Stakes or withdraws until the account has this much staked.
    function assign(address account, uint256 balance) external staged {
        _update(account);
        uint256 staked = balanceOf[account];
        (balanceOf[account], totalSupply) = (balance, totalSupply - staked + balance);
        stakingToken.assign(address(this), totalSupply);
        if (balance > staked) emit Staked(account, balance - staked);
        else if (balance < staked) emit Withdrawn(account, staked - balance);
    }

    function getReward(address account) external staged {
        _update(account);
        uint256 reward = rewards[account];
        if (reward == 0) return;
        rewards[account] = 0;
        rewardsToken.transfer(account, reward);
        emit RewardPaid(account, reward);
    }

    function notifyRewardAmount(uint256 reward) external {
        require(msg.sender == rewardsDistribution, 'Caller is not RewardsDistribution contract');
        _update(address(0));
        uint256 left = block.timestamp < periodFinish ? (periodFinish - block.timestamp) * rewardRate : 0;
        rewardRate = (reward + left) / rewardsDuration;
        lastUpdateTime = block.timestamp;
        periodFinish = block.timestamp + rewardsDuration;
        emit RewardAdded(reward);
    }
}

/// Symbiotic's tokenised vault: active stake, and what is leaving, booked by 14-day epochs.
contract StakedSpk is Token {
    Token public collateral;
    uint48 public epochDurationInit;
    uint48 public constant epochDuration = 14 days;
    uint256 public activeStake;
    mapping(uint256 => uint256) public withdrawals;

    function open(Token collateral_, uint48 start) external staged {
        (collateral, epochDurationInit) = (collateral_, start);
    }

    function stake(address holder, uint256 amount) external staged {
        activeStake = amount;
        _assign(holder, amount);
    }

    function setWithdrawals(uint256 epoch, uint256 amount) external staged {
        withdrawals[epoch] = amount;
    }

    function currentEpoch() public view returns (uint256) {
        return (block.timestamp - epochDurationInit) / epochDuration;
    }

    function currentEpochStart() external view returns (uint256) {
        return epochDurationInit + currentEpoch() * epochDuration;
    }

    function nextEpochStart() external view returns (uint256) {
        return epochDurationInit + (currentEpoch() + 1) * epochDuration;
    }

    function activeShares() external view returns (uint256) {
        return totalSupply;
    }

    function totalStake() external view returns (uint256) {
        return activeStake + withdrawals[currentEpoch()] + withdrawals[currentEpoch() + 1];
    }

    function activeBalanceOf(address account) external view returns (uint256) {
        return balanceOf[account];
    }
}
