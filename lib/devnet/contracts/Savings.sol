// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Token} from './Token.sol';
import {Staged} from './Staged.sol';
import {RAY, rpow, ceilDiv} from './Accrual.sol';

/// ERC-4626 reads over an index: what sUSDS, sDAI and the Spark vaults share.
abstract contract Indexed is Token {
    event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares);
    event Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares);

    function _index() internal view virtual returns (uint256);

    function totalAssets() external view returns (uint256) {
        return totalSupply * _index() / RAY;
    }

    function convertToAssets(uint256 shares) public view returns (uint256) {
        return shares * _index() / RAY;
    }

    function convertToShares(uint256 assets) public view returns (uint256) {
        return assets * RAY / _index();
    }

    function previewDeposit(uint256 assets) external view returns (uint256) {
        return convertToShares(assets);
    }

    function previewMint(uint256 shares) external view returns (uint256) {
        return ceilDiv(shares * _index(), RAY);
    }

    function previewWithdraw(uint256 assets) external view virtual returns (uint256) {
        return ceilDiv(assets * RAY, _index());
    }

    function previewRedeem(uint256 shares) external view virtual returns (uint256) {
        return convertToAssets(shares);
    }

    /// Deposits or withdraws until the holder's shares are worth this much.
    function assignAssets(address holder, uint256 assets) external staged {
        uint256 shares = ceilDiv(assets * RAY, _index());
        uint256 held = balanceOf[holder];
        _assign(holder, shares);
        if (shares > held) emit Deposit(msg.sender, holder, convertToAssets(shares - held), shares - held);
        else if (shares < held) emit Withdraw(msg.sender, holder, holder, convertToAssets(held - shares), held - shares);
    }
}

/// Sky's savings token: ssr per second from rho on, chi the index at rho.
contract Susds is Indexed {
    uint192 public chi;
    uint64 public rho;
    uint256 public ssr;
    mapping(address => uint256) public wards;
    address public usds;
    address public vat;
    address public vow;
    address public usdsJoin;

    event Drip(uint256 chi, uint256 diff);
    event File(bytes32 indexed what, uint256 data);
    event Rely(address indexed usr);

    function open(address usds_, address vat_, address vow_, address join, address ward, uint192 chi_, uint64 rho_, uint256 ssr_) external staged {
        (usds, vat, vow, usdsJoin) = (usds_, vat_, vow_, join);
        (chi, rho, ssr) = (chi_, rho_, ssr_);
        wards[ward] = 1;
        emit Rely(ward);
        emit File('ssr', ssr_);
    }

    function asset() external view returns (address) {
        return usds;
    }

    function getImplementation() external pure returns (address) {
        return 0x4e7991e5C547ce825BdEb665EE14a3274f9F61e0;
    }

    function maxDeposit(address) external pure returns (uint256) {
        return type(uint256).max;
    }

    function maxWithdraw(address owner) external view returns (uint256) {
        return convertToAssets(balanceOf[owner]);
    }

    function drip() public returns (uint256 nChi) {
        nChi = _index();
        uint256 diff = totalSupply * nChi / RAY - totalSupply * chi / RAY;
        chi = uint192(nChi);
        rho = uint64(block.timestamp);
        emit Drip(nChi, diff);
    }

    function file(bytes32 what, uint256 data) external staged {
        require(what == 'ssr' && data >= RAY, 'SUsds/wrong-value');
        require(rho == block.timestamp, 'SUsds/chi-not-up-to-date');
        ssr = data;
        emit File(what, data);
    }

    function _index() internal view override returns (uint256) {
        return block.timestamp > rho ? rpow(ssr, block.timestamp - rho) * chi / RAY : chi;
    }
}

/// The DSR's home. `pie` other than sDAI's is other people's.
contract Pot is Staged {
    uint256 public dsr;
    uint256 public chi;
    uint256 public rho;
    uint256 public Pie;
    mapping(address => uint256) public pie;

    function open(uint256 dsr_, uint256 chi_, uint256 rho_) external staged {
        (dsr, chi, rho) = (dsr_, chi_, rho_);
    }

    function drip() public returns (uint256) {
        chi = _index();
        rho = block.timestamp;
        return chi;
    }

    function file(bytes32 what, uint256 data) external staged {
        require(what == 'dsr' && rho == block.timestamp, 'Pot/rho-not-updated');
        dsr = data;
    }

    function assign(address holder, uint256 amount) external staged {
        Pie = Pie - pie[holder] + amount;
        pie[holder] = amount;
    }

    function _index() private view returns (uint256) {
        return block.timestamp > rho ? rpow(dsr, block.timestamp - rho) * chi / RAY : chi;
    }
}

contract Sdai is Indexed {
    address public asset;
    address public pot;

    function open(address dai, address pot_) external staged {
        (asset, pot) = (dai, pot_);
    }

    function dai() external view returns (address) {
        return asset;
    }

    function maxWithdraw(address owner) external view returns (uint256) {
        return convertToAssets(balanceOf[owner]);
    }

    function _index() internal view override returns (uint256) {
        Pot p = Pot(pot);
        uint256 rho = p.rho();
        return block.timestamp > rho ? rpow(p.dsr(), block.timestamp - rho) * p.chi() / RAY : p.chi();
    }
}
