// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Token} from './Token.sol';
import {Indexed, Susds} from './Savings.sol';
import {Staged} from './Staged.sol';
import {RAY, rpow, ceilDiv} from './Accrual.sol';

interface IPsm3 {
    function previewSwapExactIn(address assetIn, address assetOut, uint256 amountIn) external view returns (uint256);
    function pocket() external view returns (address);
}

interface ILitePsm {
    function pocket() external view returns (address);
    function tin() external view returns (uint256);
    function tout() external view returns (uint256);
}

/// Roles as OpenZeppelin's AccessControlEnumerable shows them.
abstract contract Roles is Staged {
    bytes32 public constant DEFAULT_ADMIN_ROLE = 0x00;
    mapping(bytes32 => address[]) private _members;

    event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender);

    function grantRole(bytes32 role, address account) external staged {
        if (hasRole(role, account)) return;
        _members[role].push(account);
        emit RoleGranted(role, account, msg.sender);
    }

    function hasRole(bytes32 role, address account) public view returns (bool) {
        for (uint256 i; i < _members[role].length; i++) if (_members[role][i] == account) return true;
        return false;
    }

    function getRoleMemberCount(bytes32 role) external view returns (uint256) {
        return _members[role].length;
    }

    function getRoleMember(bytes32 role, uint256 index) external view returns (address) {
        return _members[role][index];
    }

    function getRoleAdmin(bytes32) external pure returns (bytes32) {
        return DEFAULT_ADMIN_ROLE;
    }
}

/// Spark Vault V2: a rate set by a setter within bounds; what the takers have not taken lies idle in it.
contract SparkVault is Indexed, Roles {
    uint256 public constant MAX_VSR = 1000000021979553151239153027;
    bytes32 public constant SETTER_ROLE = keccak256('SETTER_ROLE');
    bytes32 public constant TAKER_ROLE = keccak256('TAKER_ROLE');
    string public constant version = '1';

    address public asset;
    uint64 public rho;
    uint192 public chi;
    uint256 public vsr;
    uint256 public minVsr;
    uint256 public maxVsr;
    uint256 public depositCap;

    event Drip(uint256 nChi, uint256 diff);
    event VsrSet(address indexed sender, uint256 oldVsr, uint256 newVsr);
    event VsrBoundsSet(uint256 oldMinVsr, uint256 oldMaxVsr, uint256 newMinVsr, uint256 newMaxVsr);
    event DepositCapSet(uint256 oldCap, uint256 newCap);
    event Take(address indexed to, uint256 value);

    function open(address asset_, uint256 maxVsr_, uint192 chi_, uint64 rho_) external staged {
        (asset, vsr, minVsr, maxVsr, chi, rho) = (asset_, RAY, RAY, maxVsr_, chi_, rho_);
        emit VsrBoundsSet(0, 0, RAY, maxVsr_);
    }

    function drip() public returns (uint256 nChi) {
        nChi = _index();
        uint256 diff = totalSupply * nChi / RAY - totalSupply * chi / RAY;
        chi = uint192(nChi);
        rho = uint64(block.timestamp);
        emit Drip(nChi, diff);
    }

    function setVsr(uint256 newVsr) external staged {
        require(newVsr >= minVsr && newVsr <= maxVsr, 'SparkVault/vsr-out-of-bounds');
        drip();
        emit VsrSet(msg.sender, vsr, newVsr);
        vsr = newVsr;
    }

    function setDepositCap(uint256 newCap) external staged {
        emit DepositCapSet(depositCap, newCap);
        depositCap = newCap;
    }

    /// The takers' doing: leaves this much of the assets idle here.
    function leaveIdle(uint256 value, address taker) external staged {
        uint256 held = Token(asset).balanceOf(address(this));
        Token(asset).assign(address(this), value);
        if (held > value) emit Take(taker, held - value);
    }

    function nowChi() external view returns (uint256) {
        return _index();
    }

    function assetsOf(address owner) public view returns (uint256) {
        return convertToAssets(balanceOf[owner]);
    }

    function assetsOutstanding() external view returns (uint256) {
        uint256 assets = totalSupply * _index() / RAY;
        uint256 idle = Token(asset).balanceOf(address(this));
        return assets >= idle ? assets - idle : 0;
    }

    function maxWithdraw(address owner) external view returns (uint256) {
        uint256 idle = Token(asset).balanceOf(address(this));
        uint256 assets = assetsOf(owner);
        return assets < idle ? assets : idle;
    }

    function maxDeposit(address) external view returns (uint256) {
        uint256 assets = totalSupply * _index() / RAY;
        return depositCap > assets ? depositCap - assets : 0;
    }

    function previewRedeem(uint256 shares) external view override returns (uint256 assets) {
        assets = convertToAssets(shares);
        require(assets <= Token(asset).balanceOf(address(this)), 'SparkVault/insufficient-liquidity');
    }

    function previewWithdraw(uint256 assets) external view override returns (uint256) {
        require(assets <= Token(asset).balanceOf(address(this)), 'SparkVault/insufficient-liquidity');
        return ceilDiv(assets * RAY, _index());
    }

    function getImplementation() external pure returns (address) {
        return 0x1b992302652A92611DCd5090D1Cb388C6377f455;
    }

    function _index() internal view override returns (uint256) {
        return block.timestamp > rho ? rpow(vsr, block.timestamp - rho) * chi / RAY : chi;
    }
}

/// Spark Vault V1 (sUSDC): a share is one sUSDS held here, worth what USDC can be had for it.
abstract contract UsdcVaultBase is Token {
    address public usdc;
    address public susds;
    address public psm;

    event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares);
    event Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares);

    function open(address usdc_, address susds_, address psm_) external staged {
        (usdc, susds, psm) = (usdc_, susds_, psm_);
    }

    function asset() external view returns (address) {
        return usdc;
    }

    function totalAssets() external view returns (uint256) {
        return convertToAssets(totalSupply);
    }

    function convertToAssets(uint256 shares) public view virtual returns (uint256);

    function convertToShares(uint256 assets) external view returns (uint256) {
        return assets * 1e18 / convertToAssets(1e18);
    }

    function maxWithdraw(address owner) public view virtual returns (uint256) {
        uint256 liquid = Token(usdc).balanceOf(ILitePsm(psm).pocket());
        uint256 assets = convertToAssets(balanceOf[owner]);
        return assets < liquid ? assets : liquid;
    }

    /// Deposits or withdraws until the holder's shares are worth this much; the sUSDS behind them follows.
    function assignAssets(address holder, uint256 assets) external staged {
        uint256 one = convertToAssets(1e27);
        _assign(holder, ceilDiv(assets * 1e27, one));
        Token(susds).assign(address(this), totalSupply);
    }
}

contract UsdcVault is UsdcVaultBase {
    function convertToAssets(uint256 shares) public view override returns (uint256) {
        return Susds(susds).convertToAssets(shares) / 1e12;
    }

    function maxWithdraw(address owner) public view override returns (uint256) {
        return ILitePsm(psm).tout() == type(uint256).max ? 0 : super.maxWithdraw(owner);
    }

    function ssr() external view returns (uint256) {
        return Susds(susds).ssr();
    }

    function chi() external view returns (uint192) {
        return Susds(susds).chi();
    }

    function rho() external view returns (uint64) {
        return Susds(susds).rho();
    }

    function tin() external view returns (uint256) {
        return ILitePsm(psm).tin();
    }

    function tout() external view returns (uint256) {
        return ILitePsm(psm).tout();
    }

    function getImplementation() external pure returns (address) {
        return 0xf943Cb8D5f06f2bBF352878ebEF3Ec5C537A20bA;
    }
}

contract UsdcVaultL2 is UsdcVaultBase {
    address public rateProvider;

    function setRateProvider(address provider) external staged {
        rateProvider = provider;
    }

    function convertToAssets(uint256 shares) public view override returns (uint256) {
        return IPsm3(psm).previewSwapExactIn(susds, usdc, shares);
    }
}
